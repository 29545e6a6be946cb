package io.imageservice.platform;

import io.imageservice.error.StartRefusedException;
import io.imageservice.messaging.Role;
import io.imageservice.messaging.Roles;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// How a process begins, by role: `migrate` prepares and ends, `all` prepares and goes on, the
/// others wait until somebody has prepared. What goes wrong here is told in one sentence.
@ApplicationScoped
class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class);

    /// The database needs a while to answer: it is asked as soon as Redis' client is made (1).
    private static final int AT_ONCE = 2;

    /// Before channels join consumer groups (1000) and whatever needs the schema begins.
    private static final int FIRST = 100;

    /// An api joins no group: while its channels begin, the database answers.
    private static final int AFTER_CHANNELS = 1100;

    private final Roles roles;
    private final Preparation preparation;
    private final SchemaVersion version;
    private final Steps steps;
    private final Scheduler scheduler;
    private final KeysCommand keys;

    Startup(
            Roles roles,
            Preparation preparation,
            SchemaVersion version,
            Steps steps,
            Scheduler scheduler,
            KeysCommand keys) {
        this.roles = roles;
        this.preparation = preparation;
        this.version = version;
        this.steps = steps;
        this.scheduler = scheduler;
        this.keys = keys;
    }

    void ask(@Observes @Priority(AT_ONCE) StartupEvent event) {
        if (!role().migrates()) {
            version.ask();
        }
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (role() != Role.API) {
            PersistenceBeside.await();
        }
        switch (role()) {
            case MIGRATE -> {
                if (keys.asked()) {
                    steps.done("there is no table of keys yet; run the role migrate", keys::run);
                    Quarkus.asyncExit(0);
                    return;
                }
                steps.done("the schema could not be migrated", preparation::schema);
                steps.done("the topics could not be made", preparation::topics);
                steps.done("the bucket could not be made", preparation::bucket);
                LOG.info("prepared");
                Quarkus.asyncExit(0);
            }
            case ALL -> {
                steps.done("the schema could not be migrated", preparation::schema);
                steps.soon("topics", preparation::topics);
                steps.soon("bucket", preparation::bucket);
                scheduler.resume();
            }
            case WORKER -> awaitSchema();
            case API -> {}
        }
    }

    void serve(@Observes @Priority(AFTER_CHANNELS) StartupEvent event) {
        if (role() == Role.API) {
            PersistenceBeside.await();
            awaitSchema();
        }
    }

    private void awaitSchema() {
        steps.until(
                "the schema is older than this build needs; run the role migrate",
                version::current);
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
            throw new StartRefusedException(Sentence.of(e));
        }
    }
}
