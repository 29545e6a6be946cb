package io.imageservice.processing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/// What the worker measures of itself.
@ApplicationScoped
class WorkerMetrics {
    private final MeterRegistry meters;
    private final Clock clock;

    WorkerMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /// `images_render_seconds{stage}`: fetch, draw (waiting for permits and threads included),
    /// store, commit.
    <T> T time(String stage, Callable<T> step) throws Exception {
        Timer.Sample sample = Timer.start(meters);
        try {
            return step.call();
        } finally {
            sample.stop(meters.timer("images.render", "stage", stage));
        }
    }

    /// `images_finished_total{status}`, and `images_ready_seconds` from upload to READY.
    void ready(Job job) {
        finished("ready");
        Duration age = Duration.between(job.createdAt().toInstant(), clock.instant());
        Timer.builder("images.ready")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(meters)
                .record(age.isNegative() ? Duration.ZERO : age);
    }

    /// `failed`, `abandoned` (it ended meanwhile), `handed_back`, `dead`.
    void finished(String status) {
        meters.counter("images.finished", "status", status.toLowerCase(Locale.ROOT)).increment();
    }
}
