package io.imageservice.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/// A secret somebody sent, to be found out about.
final class KeyCredential extends BaseAuthenticationRequest {
    private final String secret;

    KeyCredential(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
