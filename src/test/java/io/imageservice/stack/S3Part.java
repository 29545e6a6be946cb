package io.imageservice.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/// S3Proxy over a folder: an S3 server that checks signatures and serves presigned links.
public final class S3Part extends Part {
    static final String ACCESS_KEY = "images";
    static final String SECRET_KEY = "images-secret";

    S3Part(Path home, int port, @Nullable Keys keys) {
        super("S3", home, port, keys);
    }

    public String endpoint() {
        return (keys() == null ? "http://127.0.0.1:" : "https://localhost:") + port();
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
                ServerJvm.of(
                        "s3",
                        List.of("-Dlogback.configurationFile=" + logging),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties().toString());
        return KeptProcess.start(name(), command, Map.of(), log());
    }

    /// Any answer will do: without a signature the right one is 403.
    @Override
    boolean answers(KeptProcess running) throws IOException {
        var connection = (HttpURLConnection) URI.create(endpoint()).toURL().openConnection();
        var keys = keys();
        if (keys != null) {
            ((HttpsURLConnection) connection)
                    .setSSLSocketFactory(keys.context().getSocketFactory());
        }
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

    /// How it is reached, in its own words.
    private String way() {
        var keys = keys();
        if (keys == null) {
            return "s3proxy.endpoint=" + endpoint();
        }
        return """
        s3proxy.secure-endpoint=%s
        s3proxy.keystore-path=%s
        s3proxy.keystore-password=%s\
        """
                .formatted(endpoint(), keys.store(), Keys.PASSWORD);
    }

    private String settings() {
        return """
        %s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.identity=unused
        jclouds.credential=unused
        jclouds.filesystem.basedir=%s
        """
                .formatted(way(), ACCESS_KEY, SECRET_KEY, home().resolve("buckets"));
    }
}
