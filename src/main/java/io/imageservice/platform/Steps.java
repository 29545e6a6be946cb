package io.imageservice.platform;

import io.imageservice.error.StartRefusedException;
import io.imageservice.messaging.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Steps of a start that need what may not be there yet, and are tried until it is.
@ApplicationScoped
class Steps {
    private static final Logger LOG = Logger.getLogger(Steps.class);

    private static final Backoff PAUSES =
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));

    private final StartConfig config;

    Steps(StartConfig config) {
        this.config = config;
    }

    /// Does a step; the start is refused when it cannot be done for as long as
    /// `images.start.patience` says.
    void done(String otherwise, Runnable step) {
        until(
                otherwise,
                () -> {
                    step.run();
                    return true;
                });
    }

    /// Asks until it is true, with the same patience.
    void until(String otherwise, BooleanSupplier step) {
        Instant end = Instant.now().plus(config.patience());
        String why = "";
        for (int failures = 0; ; failures++) {
            try {
                if (step.getAsBoolean()) {
                    return;
                }
            } catch (StartRefusedException e) {
                throw e;
            } catch (RuntimeException e) {
                why = ": " + Sentence.of(e);
            }
            if (Instant.now().isAfter(end) || !PAUSES.pause(failures)) {
                throw new StartRefusedException(otherwise + why);
            }
            if (failures == 0) {
                LOG.infof("waiting: %s%s", otherwise, why);
            }
        }
    }

    /// A broker or a storage that is down now must not keep uploads out: tried on beside the rest.
    void soon(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("no %s yet, trying on: %s", what, Sentence.of(e));
            Thread.ofVirtual().name("prepare-" + what).start(() -> insist(step));
        }
    }

    private static void insist(Runnable step) {
        for (int failures = 1; PAUSES.pause(failures); failures++) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                LOG.debugf("still not: %s", Sentence.of(e));
            }
        }
    }
}
