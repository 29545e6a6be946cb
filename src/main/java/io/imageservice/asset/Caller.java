package io.imageservice.asset;

import io.imageservice.error.TraceId;
import io.imageservice.image.Cause;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/// Who asks: the authenticated principal, `anonymous` where nobody has to say.
@ApplicationScoped
public class Caller {
    public static final String ANONYMOUS = "anonymous";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String principal() {
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }

    /// This request as the cause of a change.
    public Cause cause(String reason) {
        return new Cause(principal(), reason, TraceId.current());
    }
}
