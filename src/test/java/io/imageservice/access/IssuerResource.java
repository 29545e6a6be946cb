package io.imageservice.access;

import static org.awaitility.Awaitility.await;

import io.imageservice.stack.KeptProcess;
import io.imageservice.stack.Ports;
import io.imageservice.stack.Tools;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An [Issuer] for the tests of one application.
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable KeptProcess process;

    @Override
    public Map<String, String> start() {
        int port = Ports.take(0);
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                List.of(
                        Tools.java(),
                        "-Xmx64m",
                        "-cp",
                        classes,
                        Issuer.class.getName(),
                        Integer.toString(port));
        var log = Path.of("target", "apps", "issuer-" + port + ".log").toAbsolutePath();
        process = KeptProcess.start("The token issuer", command, Map.of(), log);
        await().atMost(Duration.ofSeconds(30)).until(() -> Ports.listens(port));
        String url = "http://127.0.0.1:" + port;
        return Map.of("quarkus.oidc.auth-server-url", url, "issuer.url", url);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.end("TERM", Duration.ofSeconds(5));
        }
    }
}
