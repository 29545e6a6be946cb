package io.imageservice.platform;

import io.imageservice.error.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/// `images_problems_total{code,status}`: problem answers. Alerts need the code: a 500 that says
/// `IMAGE_PROCESSING_FAILED` is the contract's, not a defect.
@Provider
class ProblemMetrics implements ContainerResponseFilter {
    private final MeterRegistry meters;

    ProblemMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            var status = Integer.toString(problem.status());
            meters.counter("images.problems", "code", problem.code().name(), "status", status)
                    .increment();
        }
    }
}
