package io.imageservice.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// `images.auth=off`: whoever comes may do everything, as nobody in particular.
@ApplicationScoped
class OpenDoor implements SecurityIdentityAugmentor {
    private final AuthModes modes;

    OpenDoor(AuthModes modes) {
        this.modes = modes;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!identity.isAnonymous() || modes.mode() != AuthMode.OFF) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder(identity)
                                .setAnonymous(true)
                                .addRoles(Set.copyOf(Scope.ALL))
                                .build());
    }
}
