package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// `images_uploads_total{outcome}`: files accepted, and requests refused by code (bounded: the
/// catalogue).
@ApplicationScoped
class UploadMetrics {
    private static final String NAME = "images.uploads";

    private final MeterRegistry meters;

    UploadMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void accepted(int files) {
        meters.counter(NAME, "outcome", "accepted").increment(files);
    }

    void refused(ErrorCode code) {
        meters.counter(NAME, "outcome", code.name().toLowerCase(Locale.ROOT)).increment();
    }
}
