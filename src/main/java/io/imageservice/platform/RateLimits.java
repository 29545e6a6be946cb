package io.imageservice.platform;

import io.github.bucket4j.ConsumptionProbe;
import io.imageservice.error.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.regex.Pattern;

/// Counts the requests of addresses and principals, and refuses what is too many with `429`. Every
/// counted answer says where it stands (draft-ietf-httpapi-ratelimit-headers-10).
@ApplicationScoped
class RateLimits {
    /// Before anybody looks at the credential: guessing is counted too.
    private static final int BEFORE_AUTHENTICATION = 8_500;

    private static final int AFTER_AUTHENTICATION = 140;
    private static final Pattern UNCOUNTED =
            Pattern.compile(
                    "/|/index\\.html|/ui/.*|/q/.*|/health|/actuator/.*|/images/[^/]+/\\d{4}/.*");

    private final LimitsConfig config;
    private final RateBuckets buckets;
    private final LastResort problems;

    RateLimits(LimitsConfig config, RateBuckets buckets, LastResort problems) {
        this.config = config;
        this.buckets = buckets;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        if (config.address() > 0) {
            filters.register(this::byAddress, BEFORE_AUTHENTICATION);
        }
        if (config.principal() > 0) {
            filters.register(this::byPrincipal, AFTER_AUTHENTICATION);
        }
    }

    private void byAddress(RoutingContext request) {
        var limit = new Limit("address", config.address(), config.window());
        count(request, limit, Addresses.of(request));
    }

    private void byPrincipal(RoutingContext request) {
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(
                        identity -> {
                            if (identity.isAnonymous()) {
                                request.next();
                            } else {
                                var limit =
                                        new Limit("principal", config.principal(), config.window());
                                count(request, limit, identity.getPrincipal().getName());
                            }
                        },
                        request::fail);
    }

    private record Limit(String name, long most, Duration window) {
        String policy() {
            return "\"%s\";q=%d;w=%d".formatted(name, most, window.toSeconds());
        }

        String state(ConsumptionProbe probe) {
            long reset = seconds(probe.getNanosToWaitForReset());
            return "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), reset);
        }
    }

    private void count(RoutingContext request, Limit limit, String who) {
        if (UNCOUNTED.matcher(request.normalizedPath()).matches()) {
            request.next();
            return;
        }
        String key = limit.name() + ":" + who;
        request.vertx()
                .executeBlocking(() -> buckets.take(key, limit.most(), limit.window()), false)
                .onSuccess(probe -> decide(request, limit, probe))
                .onFailure(request::fail);
    }

    private void decide(RoutingContext request, Limit limit, ConsumptionProbe probe) {
        request.response().headers().add("RateLimit-Policy", limit.policy());
        request.response().headers().add("RateLimit", limit.state(probe));
        if (probe.isConsumed()) {
            request.next();
            return;
        }
        var wait = Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill()));
        var refusal =
                ErrorCode.TOO_MANY_REQUESTS.because(
                        "more than %d requests in %d s by this %s"
                                .formatted(limit.most(), limit.window().toSeconds(), limit.name()));
        problems.answer(request, refusal.retryAfter(wait));
    }

    /// Rounded up.
    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }
}
