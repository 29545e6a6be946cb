package io.imageservice.processing;

import io.imageservice.asset.RenderingConfig;
import io.imageservice.engine.ImageFormat;
import io.imageservice.messaging.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A worker whose engine cannot write what the deployment declares is not ready; one that is
/// leaving is not either. Other roles have nothing to say here.
@Readiness
@ApplicationScoped
class WorkerReady implements HealthCheck {
    private final Roles roles;
    private final Studio studio;
    private final Crew crew;
    private final RenderingConfig declared;

    WorkerReady(Roles roles, Studio studio, Crew crew, RenderingConfig declared) {
        this.roles = roles;
        this.studio = studio;
        this.crew = crew;
        this.declared = declared;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("rendering");
        if (!roles.role().works()) {
            return answer.up().build();
        }
        Set<ImageFormat> lacking = new TreeSet<>(declared.outputs());
        lacking.removeAll(studio.engine().capabilities().writes());
        return answer.withData("engine", studio.engine().name())
                .withData("lacking", lacking.toString())
                .status(lacking.isEmpty() && !crew.leaving())
                .build();
    }
}
