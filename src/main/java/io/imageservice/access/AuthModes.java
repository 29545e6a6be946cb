package io.imageservice.access;

import io.imageservice.error.StartRefusedException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The mode that was chosen. None is chosen for you: a process that answers HTTP does not start
/// before somebody did.
@ApplicationScoped
class AuthModes {
    private static final Logger LOG = Logger.getLogger(AuthModes.class);

    /// Before schedules begin (0): a process that refuses to start has done nothing.
    private static final int FIRST = -100;

    private final Optional<String> chosen;
    private final boolean listens;
    private final String host;

    AuthModes(
            @ConfigProperty(name = "images.auth") Optional<String> chosen,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.host-enabled") boolean listens) {
        this.chosen = chosen.map(String::strip);
        this.host = host;
        this.listens = listens;
    }

    AuthMode mode() {
        return switch (chosen.orElse("")) {
            case "off" -> AuthMode.OFF;
            case "keys" -> AuthMode.KEYS;
            case "oidc" -> AuthMode.OIDC;
            case "" ->
                    throw new StartRefusedException(
                            "IMAGES_AUTH is not set; choose keys (API keys), oidc (tokens of your"
                                    + " issuer) or off (everybody may do everything)");
            default ->
                    throw new StartRefusedException(
                            "IMAGES_AUTH is not one of off, keys, oidc: " + chosen.get());
        };
    }

    void demand(@Observes @Priority(FIRST) StartupEvent event) {
        if (!listens || mode() != AuthMode.OFF) {
            return;
        }
        boolean loopback = host.equals("localhost") || host.startsWith("127.");
        if (loopback) {
            LOG.infof("images.auth=off: everybody on this machine may do everything (%s)", host);
        } else {
            LOG.warnf("images.auth=off on %s: whoever reaches it may do everything", host);
        }
    }
}
