package io.imageservice.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Who asks: the authenticated principal, `anonymous` where nobody has to say. The one place that
/// knows; only where a request is being answered.
@ApplicationScoped
public class Caller {
    public static final String ANONYMOUS = "anonymous";

    private final SecurityIdentity identity;
    private final boolean isolated;

    /// @param isolated whether a caller sees and changes only what its own principal uploaded
    Caller(
            SecurityIdentity identity,
            @ConfigProperty(name = "images.owner-isolation", defaultValue = "off")
                    boolean isolated) {
        this.identity = identity;
        this.isolated = isolated;
    }

    public String principal() {
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }

    /// The only owner whose images this caller sees; null where it sees everybody's.
    public @Nullable String sees() {
        return isolated ? principal() : null;
    }

    /// Whether it sees and may change images of this owner.
    public boolean sees(@Nullable String owner) {
        return !isolated || principal().equals(owner);
    }
}
