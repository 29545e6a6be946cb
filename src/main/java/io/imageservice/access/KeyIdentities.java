package io.imageservice.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Turns a good key into its principal with its scopes.
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyCredential> {
    private final ApiKeys keys;

    KeyIdentities(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<KeyCredential> getRequestType() {
        return KeyCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            KeyCredential credential, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                keys.use(credential.secret())
                        .map(KeyIdentities::identity)
                        .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(KeyView key) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.principal()))
                .addRoles(Set.copyOf(key.scopes()))
                .build();
    }
}
