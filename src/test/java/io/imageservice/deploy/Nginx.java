package io.imageservice.deploy;

import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real nginx with the configuration of compose.yaml. Only what belongs to a container is
/// another: where the service is, where it listens, where it writes.
final class Nginx implements AutoCloseable {
    private static final Path SOURCE = Path.of("compose", "nginx.conf");

    private final KeptProcess process;
    private final int port;

    private Nginx(KeptProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Where the program is, on the path or where Debian keeps it.
    static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Nginx before(URI service, Path work) throws IOException, InterruptedException {
        int port = Ports.take(0);
        Path configuration = work.resolve("nginx.conf");
        Files.writeString(configuration, here(Files.readString(SOURCE), service, port, work));
        var command =
                List.of(
                        program().orElseThrow().toString(),
                        "-e",
                        "stderr",
                        "-c",
                        configuration.toString(),
                        "-g",
                        // the container's master is root too, but its folders are nobody else's
                        "daemon off; user root;");
        var nginx =
                new Nginx(
                        KeptProcess.start("nginx", command, Map.of(), work.resolve("nginx.log")),
                        port);
        while (Ports.isFree(port)) {
            if (!nginx.process.alive()) {
                throw nginx.process.ended();
            }
            Thread.sleep(20);
        }
        return nginx;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String here(String configuration, URI service, int port, Path work) {
        String temp =
                Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                        .map(name -> "    %s_temp_path %s/%s;\n".formatted(name, work, name))
                        .reduce("http {\n", String::concat);
        String here = configuration;
        here = swap(here, "http {\n", temp);
        here = swap(here, "/tmp/nginx.pid", work.resolve("nginx.pid").toString());
        here = swap(here, "/var/cache/nginx", work.toString());
        // Docker's name server, and the word for asking it again, which nginx before 1.27.3 lacks
        here = swap(here, "        resolver 127.0.0.11 valid=5s;\n", "");
        here = swap(here, "api:8080 resolve", service.getAuthority());
        return swap(here, "listen 8080;", "listen 127.0.0.1:" + port + ";");
    }

    /// A line that is not there any more must not go unnoticed.
    private static String swap(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException(SOURCE + " has no \"" + from.strip() + "\"");
        }
        return text.replace(from, to);
    }

    @Override
    public void close() {
        process.end("QUIT", Duration.ofSeconds(10));
    }
}
