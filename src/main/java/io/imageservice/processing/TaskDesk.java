package io.imageservice.processing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.asset.Outage;
import io.imageservice.event.Topics;
import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.DeadLetters;
import io.imageservice.messaging.Inbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// What happens to one message of `image.tasks`. When [#handle] returns, the message is done with.
@ApplicationScoped
class TaskDesk {
    private static final Logger LOG = Logger.getLogger(TaskDesk.class);

    /// Room for clocks that differ.
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final Leases leases;
    private final JobRun runs;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;
    private final WorkerMetrics metrics;
    private final Crew crew;
    private final Semaphore desks;

    TaskDesk(
            Leases leases,
            JobRun runs,
            Inbox inbox,
            DeadLetters deadLetters,
            ObjectMapper json,
            WorkerMetrics metrics,
            Crew crew,
            WorkerConfig config) {
        this.leases = leases;
        this.runs = runs;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.json = json;
        this.metrics = metrics;
        this.crew = crew;
        this.desks = new Semaphore(config.jobsOrMore(), true);
    }

    /// @throws InterruptedException when the process ends first: the message must not be
    ///   acknowledged
    void handle(Arrived message) throws Exception {
        switch (RenderTask.read(message, json)) {
            case RenderTask.Unreadable(String why) ->
                    Outage.ride("a dead letter", () -> putAside(message, why));
            case RenderTask.Render task -> {
                if (!Outage.ride("the inbox", () -> inbox.seen(task.messageId()))) {
                    render(message, task);
                }
            }
        }
    }

    /// A task that comes while another worker is at its image waits without taking room: should
    /// that worker die, this is the quickest way on.
    private void render(Arrived message, RenderTask.Render task) throws Exception {
        for (Duration wait = Duration.ZERO; ; ) {
            Thread.sleep(wait);
            desks.acquire();
            try {
                Taking taking = Outage.ride("taking a lease", () -> leases.take(task.imageId()));
                switch (taking) {
                    case Taking.Taken(Job job) -> {
                        run(job, message, task.messageId());
                        return;
                    }
                    case Taking.Exhausted(Job job) -> {
                        exhausted(job, message, task.messageId());
                        return;
                    }
                    case Taking.Over() -> {
                        return;
                    }
                    case Taking.Held(Duration atMost) -> wait = atMost.plus(MARGIN);
                }
            } finally {
                desks.release();
            }
        }
    }

    private void run(Job job, Arrived message, String messageId) throws Exception {
        AtomicInteger started = new AtomicInteger();
        try (var shift = crew.begin(started)) {
            attempt(job, message, messageId, started);
        } catch (InterruptedException e) {
            LOG.infof("%s is handed back", job.imageId());
            leases.handBack(job, started.get() > 0);
            metrics.finished("handed_back");
            throw e;
        } finally {
            leases.letGo(job);
        }
    }

    private void attempt(Job job, Arrived message, String messageId, AtomicInteger started)
            throws Exception {
        try {
            runs.run(job, message, messageId, started);
        } catch (IOException | UncheckedIOException e) {
            if (crew.leaving()) {
                throw Outage.cutOff("a job", e);
            }
            throw e;
        }
    }

    private void exhausted(Job job, Arrived message, String messageId) throws Exception {
        String why = "given up after %d attempts that did not end".formatted(job.attempts());
        runs.giveUp(job, why, job.attempts(), message, messageId);
    }

    private boolean putAside(Arrived message, String why) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    boolean first = inbox.first(message.origin());
                    if (first) {
                        var dead = new DeadLetters.Dead(message, why, 1, null);
                        deadLetters.add(Topics.TASKS_DLQ, dead);
                    }
                    return first;
                });
    }
}
