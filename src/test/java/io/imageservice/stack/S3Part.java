package io.imageservice.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// S3Proxy over a folder: an S3 server that checks signatures and serves presigned links.
public final class S3Part extends Part {
    static final String ACCESS_KEY = "images";
    static final String SECRET_KEY = "images-secret";

    S3Part(Path home, int port) {
        super("S3", home, port);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    void prepare() throws IOException {
        Files.createDirectories(home().resolve("buckets"));
        Files.writeString(properties(), settings());
    }

    @Override
    KeptProcess launch() {
        var logging = Stack.SOURCES.resolve("s3/logback.xml").toAbsolutePath();
        var command =
                List.of(
                        Tools.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + logging,
                        "-cp",
                        ClassPaths.of("s3"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties().toString());
        return KeptProcess.start(name(), command, Map.of(), log());
    }

    /// Any answer will do: without a signature the right one is 403.
    @Override
    boolean answers(KeptProcess running) throws IOException {
        var connection = (HttpURLConnection) URI.create(endpoint()).toURL().openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(5_000);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_FORBIDDEN;
        } finally {
            connection.disconnect();
        }
    }

    private Path properties() {
        return home().resolve("s3proxy.properties");
    }

    private String settings() {
        return """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.identity=unused
        jclouds.credential=unused
        jclouds.filesystem.basedir=%s
        """
                .formatted(endpoint(), ACCESS_KEY, SECRET_KEY, home().resolve("buckets"));
    }
}
