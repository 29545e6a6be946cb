package io.imageservice.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// What every answer tells a browser, whichever part of the server answers; an endpoint that says
/// it differently is left its word.
@ApplicationScoped
class SecurityHeaders {
    private static final int BEFORE_ALL_OTHERS = 9_900;

    /// Nothing but the page shows anything of ours in a frame of the browser.
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /// The API's own page has script and style in it.
    private static final String API_PAGE =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; font-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// A year: shorter is not taken for serious.
    private static final String ALWAYS_HTTPS = "max-age=31536000; includeSubDomains";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::handle, BEFORE_ALL_OTHERS);
    }

    private static void handle(RoutingContext request) {
        String path = String.valueOf(request.normalizedPath());
        boolean secure = "https".equals(request.request().scheme());
        request.addHeadersEndHandler(end -> add(request.response().headers(), path, secure));
        request.next();
    }

    private static void add(MultiMap headers, String path, boolean secure) {
        absent(headers, "X-Content-Type-Options", "nosniff");
        absent(headers, "Referrer-Policy", "no-referrer");
        absent(headers, "X-Frame-Options", "DENY");
        boolean apiPage = path.startsWith("/q/swagger-ui");
        absent(headers, "Content-Security-Policy", apiPage ? API_PAGE : NOTHING);
        if (secure) {
            absent(headers, "Strict-Transport-Security", ALWAYS_HTTPS);
        }
    }

    private static void absent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
