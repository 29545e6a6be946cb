package io.imageservice.access;

/// How callers say who they are.
enum AuthMode {
    /// Nobody has to: everybody may do everything.
    OFF,
    /// By an API key of ours.
    KEYS,
    /// By a token of an OpenID Connect issuer.
    OIDC
}
