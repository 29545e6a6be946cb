package io.imageservice.processing;

import io.imageservice.asset.RenderingConfig;
import io.imageservice.asset.UploadConfig;
import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.Rendered;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.choice.Engines;
import io.imageservice.error.StartRefusedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where pictures are worked on: a few platform threads, as many as cores, behind pixel permits.
/// Made at first use, so that an api pod has no engine.
@ApplicationScoped
class Studio {
    private final WorkerConfig config;
    private final ImageEngine engine;
    private final PixelPermits permits;
    private final ExecutorService threads;

    /// One more than there are threads: the next job's attempt is counted while the others draw.
    private final Semaphore seats;

    Studio(
            WorkerConfig config,
            RenderingConfig rendering,
            UploadConfig uploads,
            @ConfigProperty(name = "images.engine", defaultValue = "auto") String name) {
        if (config.pixels() < uploads.maxPixels()) {
            throw new StartRefusedException(
                    "IMAGES_WORKER_PIXELS is less than IMAGES_UPLOAD_MAX_PIXELS: %d < %d"
                            .formatted(config.pixels(), uploads.maxPixels()));
        }
        this.config = config;
        this.engine =
                Engines.choose(
                        name,
                        new EngineSettings(
                                rendering.watermark(),
                                rendering.webpEffort(),
                                rendering.avifEffort()));
        this.permits = new PixelPermits(config.pixels());
        // Drawing gives way to answering, where the JVM's flags let priorities count.
        ThreadFactory factory =
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .name("pixels-", 0)
                        .factory();
        this.threads = Executors.newFixedThreadPool(config.threadsOrCores(), factory);
        this.seats = new Semaphore(config.threadsOrCores() + 1, true);
    }

    ImageEngine engine() {
        return engine;
    }

    PixelPermits permits() {
        return permits;
    }

    /// Counts an attempt just before decoding starts; false when the job was lost meanwhile.
    interface Start {
        boolean begin() throws Exception;
    }

    /// What drawing gave.
    sealed interface Drawn {
        record Done(Rendered rendered) implements Drawn {}

        record Failed(EngineFailure failure) implements Drawn {}

        record Crashed(Throwable failure) implements Drawn {}

        record Lost() implements Drawn {}
    }

    /// Waits for permits and a thread, counts the attempt, draws.
    Drawn draw(Path source, Header header, List<Rendition> wanted, Start start) throws Exception {
        try (var held = permits.take(engine.pixelsNeeded(header, wanted))) {
            seats.acquire();
            try {
                return start.begin() ? drawn(source, header, wanted) : new Drawn.Lost();
            } finally {
                seats.release();
            }
        }
    }

    private Drawn drawn(Path source, Header header, List<Rendition> wanted)
            throws InterruptedException {
        Future<Rendered> drawing =
                threads.submit(() ->
                        engine.render(source, header, wanted, Deadline.in(config.deadline())));
        // An engine looks at its deadline itself; one that does not must not hold the job for ever.
        Duration most = config.deadline().multipliedBy(2);
        try {
            return new Drawn.Done(drawing.get(most.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Drawn.Crashed(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return cause instanceof EngineFailure failure
                    ? new Drawn.Failed(failure)
                    : new Drawn.Crashed(cause);
        } finally {
            drawing.cancel(false);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
