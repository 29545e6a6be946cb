package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/// Whether every channel still brings messages. The connector ends one for good when it fails
/// outside of polling (asking for committed offsets while the broker is away for a minute, say);
/// only a new process opens it again, so this one is not live any more.
@Default
@Liveness
@ApplicationScoped
public class OpenChannels implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(OpenChannels.class);

    private volatile boolean ended;

    /// A channel ended although the process did not.
    public void ended(Throwable failure) {
        LOG.error("a channel ended; only a new process takes its messages", failure);
        ended = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("channels").status(!ended).build();
    }
}
