package io.imageservice.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/// A Redis 6.2 that writes what it is told to an append-only file.
public final class RedisPart extends Part {
    private final Path program;

    RedisPart(Path home, int port, @Nullable Keys keys) {
        super("Redis", home, port, keys);
        program = home.toAbsolutePath().resolve("program");
    }

    /// Another process copies the program: what this JVM wrote may be open in a process it is just
    /// starting elsewhere, and could not be run ("Text file busy").
    @Override
    void prepare() throws IOException {
        if (!Files.exists(program)) {
            Files.createDirectories(home());
            var unpacked = ExecutableProvider.newJarResourceProvider(home().toFile()).get();
            var copy = home().resolve("copy").toString();
            Tools.finish(List.of("cp", unpacked.toString(), copy), Map.of(), Redirect.DISCARD);
            Files.move(Path.of(copy), program);
            Files.delete(unpacked.toPath());
        }
    }

    @Override
    KeptProcess launch() {
        var command = new ArrayList<>(List.of(program.toString(), "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", home().toString(), "--save", "", "--appendonly", "yes"));
        var keys = keys();
        if (keys == null) {
            command.addAll(List.of("--port", Integer.toString(port())));
        } else {
            command.addAll(List.of("--port", "0", "--tls-port", Integer.toString(port())));
            command.addAll(List.of("--tls-cert-file", keys.certificate().toString()));
            command.addAll(List.of("--tls-key-file", keys.key().toString()));
            command.addAll(List.of("--tls-auth-clients", "no"));
        }
        return KeptProcess.start(name(), command, Map.of(), log());
    }

    private Socket connect(@Nullable Keys keys) throws IOException {
        var factory = keys == null ? SocketFactory.getDefault() : keys.context().getSocketFactory();
        return factory.createSocket(InetAddress.getLoopbackAddress(), port());
    }

    @Override
    boolean answers(KeptProcess running) throws IOException {
        try (var socket = connect(keys())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), US_ASCII).equals("+PONG");
        }
    }
}
