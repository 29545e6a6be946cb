package io.imageservice.platform;

import io.imageservice.access.Scope;
import io.imageservice.error.HttpStatuses;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `/q/metrics` takes a credential with [Scope#ADMIN]: it is no resource that could say so itself.
@ApplicationScoped
class MetricsGate {
    /// Quarkus finds out who calls at 200.
    private static final int AFTER_AUTHENTICATION = 150;

    private static final String PATH = "/q/metrics";

    private final boolean closed;
    private final LastResort problems;

    MetricsGate(
            @ConfigProperty(name = "images.metrics.credential") boolean closed,
            LastResort problems) {
        this.closed = closed;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        if (closed) {
            filters.register(this::handle, AFTER_AUTHENTICATION);
        }
    }

    private void handle(RoutingContext request) {
        if (!request.normalizedPath().startsWith(PATH)) {
            request.next();
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(identity -> decide(request, identity), request::fail);
    }

    private void decide(RoutingContext request, SecurityIdentity identity) {
        if (identity.hasRole(Scope.ADMIN)) {
            request.next();
        } else {
            problems.answer(request, HttpStatuses.refusal(identity.isAnonymous() ? 401 : 403));
        }
    }
}
