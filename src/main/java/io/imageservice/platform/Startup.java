package io.imageservice.platform;

import io.imageservice.error.StartRefusedException;
import io.imageservice.messaging.Backoff;
import io.imageservice.messaging.Role;
import io.imageservice.messaging.Roles;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// The first thing a process does, by role: `migrate` prepares and ends, `all` prepares and goes
/// on, the others wait until somebody has prepared. What goes wrong here is told in one sentence.
@ApplicationScoped
class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class);

    /// A connection to the database is what a start waits for longest.
    private static final int AT_ONCE = 1;

    /// Before channels join consumer groups (1000) and everything else of ours begins.
    private static final int FIRST = 100;

    /// An api joins no group: while its channels begin, the database answers.
    private static final int AFTER_CHANNELS = 1100;

    private static final Backoff PAUSES =
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));

    private final Roles roles;
    private final Preparation preparation;
    private final SchemaVersion version;
    private final StartConfig config;
    private final Scheduler scheduler;
    private final KeysCommand keys;

    Startup(
            Roles roles,
            Preparation preparation,
            SchemaVersion version,
            StartConfig config,
            Scheduler scheduler,
            KeysCommand keys) {
        this.roles = roles;
        this.preparation = preparation;
        this.version = version;
        this.config = config;
        this.scheduler = scheduler;
        this.keys = keys;
    }

    void ask(@Observes @Priority(AT_ONCE) StartupEvent event) {
        if (!role().migrates()) {
            version.ask();
        }
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        switch (role()) {
            case MIGRATE -> {
                if (keys.asked()) {
                    until("there is no table of keys yet; run the role migrate", done(keys::run));
                    Quarkus.asyncExit(0);
                    return;
                }
                until("the schema could not be migrated", done(preparation::schema));
                until("the topics could not be made", done(preparation::topics));
                until("the bucket could not be made", done(preparation::bucket));
                LOG.info("prepared");
                Quarkus.asyncExit(0);
            }
            case ALL -> {
                until("the schema could not be migrated", done(preparation::schema));
                soon("topics", preparation::topics);
                soon("bucket", preparation::bucket);
                scheduler.resume();
            }
            case WORKER -> awaitSchema();
            case API -> {}
        }
    }

    void serve(@Observes @Priority(AFTER_CHANNELS) StartupEvent event) {
        if (role() == Role.API) {
            awaitSchema();
        }
    }

    private void awaitSchema() {
        until("the schema is older than this build needs; run the role migrate", version::current);
        scheduler.resume();
    }

    /// No job begins once the process is told to end. A process that migrates has no scheduler.
    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        if (scheduler.isStarted()) {
            scheduler.pause();
        }
    }

    private Role role() {
        try {
            return roles.role();
        } catch (IllegalStateException e) {
            throw refused(Sentence.of(e));
        }
    }

    private static BooleanSupplier done(Runnable step) {
        return () -> {
            step.run();
            return true;
        };
    }

    private void until(String otherwise, BooleanSupplier step) {
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
                throw refused(otherwise + why);
            }
            if (failures == 0) {
                LOG.infof("waiting: %s%s", otherwise, why);
            }
        }
    }

    /// A broker or a storage that is down now must not keep uploads out: tried on beside the rest.
    private static void soon(String what, Runnable step) {
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

    /// Printed as it is, without a stack trace ([ImageService]); the process ends with 1.
    private static StartRefusedException refused(String sentence) {
        return new StartRefusedException(sentence);
    }
}
