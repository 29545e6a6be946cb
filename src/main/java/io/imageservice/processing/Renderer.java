package io.imageservice.processing;

import io.imageservice.asset.Outage;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.header.Headers;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.imageservice.image.StorageKey;
import io.imageservice.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Makes an image's renditions of its original: fetched, looked at, drawn from one decode. What the
/// engine cannot convert keeps its own bytes as `main`.
@ApplicationScoped
class Renderer {
    private static final Logger LOG = Logger.getLogger(Renderer.class);

    private final ObjectStore store;
    private final Studio studio;
    private final Plan plan;
    private final Products products;
    private final Leases leases;
    private final WorkerMetrics metrics;

    Renderer(
            ObjectStore store,
            Studio studio,
            Plan plan,
            Products products,
            Leases leases,
            WorkerMetrics metrics) {
        this.store = store;
        this.studio = studio;
        this.plan = plan;
        this.products = products;
        this.leases = leases;
        this.metrics = metrics;
    }

    /// @param scratch where temporary files may be put; the caller removes it
    /// @param started is told the attempt's number when decoding starts
    Rendering render(Job job, Path scratch, AtomicInteger started) throws Exception {
        Path original = scratch.resolve("original");
        if (!metrics.time("fetch", () -> fetch(job, original))) {
            return new Rendering.Refused(
                    ErrorCode.IMAGE_PROCESSING_FAILED, "the original is gone from storage");
        }
        return switch (Headers.read(original)) {
            case HeaderReading.Unknown(String why) -> broken(why);
            case HeaderReading.Broken broken -> broken(broken.why());
            case HeaderReading.Recognised(Header header) -> draw(job, original, header, started);
        };
    }

    private boolean fetch(Job job, Path original) throws Exception {
        String key = StorageKey.original(job.imageId(), job.createdAt());
        return Outage.ride("fetching an original", () -> store.download(key, original));
    }

    private Rendering draw(Job job, Path original, Header header, AtomicInteger started)
            throws Exception {
        if (!studio.engine().capabilities().reads(header.format())) {
            return products.kept(job, original, header);
        }
        List<Rendition> wanted;
        try {
            wanted = Outage.ride("reading what is wanted", () -> plan.of(job));
        } catch (ServiceException e) {
            return new Rendering.Refused(e.code(), e.detail());
        }
        Studio.Drawn drawn =
                metrics.time(
                        "draw",
                        () -> studio.draw(original, header, wanted, () -> start(job, started)));
        return switch (drawn) {
            case Studio.Drawn.Lost() -> new Rendering.Lost();
            case Studio.Drawn.Done(var rendered) -> products.of(job, original, header, rendered);
            case Studio.Drawn.Failed(var failure) ->
                    failed(job, original, header, failure, started.get());
            case Studio.Drawn.Crashed(var failure) -> crashed(job, failure, started.get());
        };
    }

    private boolean start(Job job, AtomicInteger started) throws Exception {
        Optional<Integer> attempt = Outage.ride("counting an attempt", () -> leases.start(job));
        attempt.ifPresent(started::set);
        return attempt.isPresent();
    }

    private Rendering failed(
            Job job, Path original, Header header, EngineFailure failure, int attempt) {
        String why = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case BROKEN -> broken(why);
            case TOO_LARGE -> new Rendering.Refused(ErrorCode.IMAGE_TOO_LARGE, why);
            case UNSUPPORTED -> products.kept(job, original, header);
            case TIMEOUT -> new Rendering.Stumbled(why, attempt);
        };
    }

    private static Rendering crashed(Job job, Throwable failure, int attempt) {
        LOG.errorf(failure, "%s: drawing failed, attempt %d", job.imageId(), attempt);
        return new Rendering.Stumbled(failure.getClass().getSimpleName(), attempt);
    }

    private static Rendering broken(String why) {
        return new Rendering.Refused(ErrorCode.IMAGE_PROCESSING_FAILED, why);
    }
}
