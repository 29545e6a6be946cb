package io.imageservice.platform;

import io.imageservice.asset.UploadConfig;
import io.imageservice.error.ErrorCode;
import io.imageservice.error.ServiceException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Lets a bounded number of uploads in, and none when the disk for their temporary files runs
/// short: asked before the first byte of the body is read.
@ApplicationScoped
class UploadGate {
    private static final int AFTER_TRACE = 9_000;

    /// Bytes for what frames the files of a request.
    private static final long FRAMING = 1_048_576;

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Semaphore places;
    private final Crowds crowds;
    private final long minFree;
    private final long maxRequest;
    private final File folder;
    private final LastResort problems;

    UploadGate(UploadConfig config, LimitsConfig limits, LastResort problems) {
        maxRequest = maxRequest(config);
        places = new Semaphore(config.maxConcurrent());
        crowds = new Crowds(limits.uploadsPerAddress());
        minFree = config.minFreeDisk().asLongValue();
        folder = config.directory().toFile();
        this.problems = problems;
    }

    /// Bytes a whole request may have, with what frames its files.
    static long maxRequest(UploadConfig config) {
        return config.maxRequestSize().asLongValue() + FRAMING;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, AFTER_TRACE);
    }

    private void handle(RoutingContext request) {
        if (!upload(request)) {
            request.next();
        } else if (length(request) > maxRequest) {
            problems.answer(request, tooLarge(maxRequest));
        } else {
            admit(request, Addresses.of(request));
        }
    }

    private void admit(RoutingContext request, String address) {
        if (!crowds.enter(address)) {
            problems.answer(request, crowded());
        } else if (!places.tryAcquire()) {
            crowds.leave(address);
            problems.answer(request, busy("too many uploads at once"));
        } else {
            // Before anything can fail: the place is given back however the exchange ends.
            request.addEndHandler(ended -> {
                places.release();
                crowds.leave(address);
            });
            if (folder.exists() && folder.getUsableSpace() < minFree) {
                problems.answer(request, noRoom());
            } else {
                request.next();
            }
        }
    }

    private static boolean upload(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        return request.request().method() == HttpMethod.POST
                && type != null
                && type.startsWith("multipart/");
    }

    /// Bytes announced; 0 where the client does not say: UploadFormReader counts those.
    private static long length(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    static ServiceException tooLarge(long maxRequest) {
        return ErrorCode.FILE_TOO_LARGE.because(
                "the request has more than %d bytes".formatted(maxRequest));
    }

    private static ServiceException crowded() {
        return ErrorCode.TOO_MANY_REQUESTS
                .because("too many uploads at once from this address")
                .retryAfter(SOON);
    }

    static ServiceException noRoom() {
        return busy("no room for temporary files");
    }

    private static ServiceException busy(String why) {
        return ErrorCode.SERVICE_UNAVAILABLE.because(why).retryAfter(SOON);
    }
}
