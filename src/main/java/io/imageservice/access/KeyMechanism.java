package io.imageservice.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `Authorization: Bearer <key>` where keys are the mode; elsewhere it sees nothing, and OIDC
/// takes the same header.
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final AuthModes modes;

    KeyMechanism(AuthModes modes) {
        this.modes = modes;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager identities) {
        String secret = secret(request.request().getHeader("Authorization"));
        if (secret == null || modes.mode() != AuthMode.KEYS) {
            return Uni.createFrom().nullItem();
        }
        return identities.authenticate(new KeyCredential(secret));
    }

    private static @Nullable String secret(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyCredential.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.AUTHORIZATION, "bearer", "keys"));
    }
}
