package io.imageservice.processing;

import io.imageservice.asset.Outage;
import io.imageservice.messaging.Arrived;
import io.imageservice.messaging.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Takes one job from its lease to its verdict, trying again what may go better next time.
@ApplicationScoped
class JobRun {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Renderer renderer;
    private final Storing storing;
    private final Verdicts verdicts;
    private final WorkerMetrics metrics;
    private final WorkerConfig config;
    private final Backoff pauses;

    JobRun(
            Renderer renderer,
            Storing storing,
            Verdicts verdicts,
            WorkerMetrics metrics,
            WorkerConfig config) {
        this.renderer = renderer;
        this.storing = storing;
        this.verdicts = verdicts;
        this.metrics = metrics;
        this.config = config;
        this.pauses = new Backoff(config.firstPause(), LONGEST_PAUSE);
    }

    /// @param started holds the number of the attempt that is being drawn, 0 when none is
    void run(Job job, Arrived task, String messageId, AtomicInteger started) throws Exception {
        Path scratch = Files.createTempDirectory("image-service-");
        try {
            while (!over(job, task, messageId, scratch, started)) {
                started.set(0);
            }
        } finally {
            remove(scratch);
        }
    }

    /// One try.
    ///
    /// @return whether the job is over
    private boolean over(
            Job job, Arrived task, String messageId, Path scratch, AtomicInteger started)
            throws Exception {
        Rendering rendering = renderer.render(job, scratch, started);
        return switch (rendering) {
            case Rendering.Lost() -> {
                metrics.finished("abandoned");
                yield true;
            }
            case Rendering.Finished finished -> {
                metrics.time("store", () -> stored(finished.products()));
                metrics.time("commit", () -> ready(job, finished, messageId));
                yield true;
            }
            case Rendering.Refused(var code, var why) -> {
                Outage.ride("a verdict", () -> verdicts.failed(job, code, why, messageId));
                metrics.finished("failed");
                yield true;
            }
            case Rendering.Stumbled(var why, int attempt) when attempt < config.attempts() -> {
                Thread.sleep(pauses.after(attempt - 1));
                yield false;
            }
            case Rendering.Stumbled(var why, int attempt) -> {
                giveUp(job, why, attempt, task, messageId);
                yield true;
            }
        };
    }

    private boolean stored(List<Product> products) throws Exception {
        storing.all(products);
        return true;
    }

    private Verdicts.End ready(Job job, Rendering.Finished finished, String messageId)
            throws Exception {
        Verdicts.End end = Outage.ride("a verdict", () -> verdicts.ready(job, finished, messageId));
        switch (end) {
            case DONE -> metrics.ready(job);
            case ABANDONED -> metrics.finished("abandoned");
            case GONE -> {
                metrics.finished("abandoned");
                storing.remove(finished.products());
            }
        }
        return end;
    }

    /// FAILED and a dead letter.
    void giveUp(Job job, String why, int attempts, Arrived task, String messageId)
            throws Exception {
        Outage.ride("a verdict", () -> verdicts.dead(job, why, attempts, task, messageId));
        metrics.finished("dead");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
