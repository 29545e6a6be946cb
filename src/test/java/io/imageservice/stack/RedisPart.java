package io.imageservice.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/// A Redis 6.2 that writes what it is told to an append-only file.
public final class RedisPart extends Part {
    private final Path program;

    RedisPart(Path home, int port) {
        super("Redis", home, port);
        program = home.toAbsolutePath().resolve("program");
    }

    @Override
    void prepare() throws IOException {
        if (!Files.exists(program)) {
            Files.createDirectories(home());
            var unpacked = ExecutableProvider.newJarResourceProvider(home().toFile()).get();
            Files.move(unpacked.toPath(), program);
        }
    }

    @Override
    KeptProcess launch() {
        var command =
                List.of(
                        program.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port()),
                        "--dir",
                        home().toString(),
                        "--save",
                        "",
                        "--appendonly",
                        "yes");
        return KeptProcess.start(name(), command, Map.of(), log());
    }

    @Override
    boolean answers(KeptProcess running) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), US_ASCII).equals("+PONG");
        }
    }
}
