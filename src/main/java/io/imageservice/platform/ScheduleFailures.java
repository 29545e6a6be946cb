package io.imageservice.platform;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// A job that could not be done is one line and done again at its next turn; Quarkus' own stack
/// trace of it is off (application.properties), since most often it says that a dependency is away.
@ApplicationScoped
class ScheduleFailures {
    private static final Logger LOG = Logger.getLogger(ScheduleFailures.class);

    void failed(@Observes FailedExecution failure) {
        String job = failure.getExecution().getTrigger().getMethodDescription();
        LOG.warnf("%s was not done: %s", job, Sentence.of(failure.getException()));
        LOG.debug("the whole of it", failure.getException());
    }
}
