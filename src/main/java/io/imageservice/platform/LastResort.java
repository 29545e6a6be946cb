package io.imageservice.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.error.HttpStatuses;
import io.imageservice.error.Problem;
import io.imageservice.error.ServiceException;
import io.imageservice.error.TraceId;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Makes problems of what never reaches a resource: unknown routes, bodies over the limit, requests
/// the server itself refuses.
@ApplicationScoped
class LastResort {
    private static final int[] STATUSES = {400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500};

    private final ObjectMapper json;

    LastResort(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        for (int status : STATUSES) {
            router.errorHandler(status, request -> answer(request, HttpStatuses.refusal(status)));
        }
        router.route().last().handler(request -> answer(request, HttpStatuses.refusal(404)));
    }

    /// Answers a request that has not been answered yet.
    void answer(RoutingContext request, ServiceException refusal) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        refusal.headers().forEach(response::putHeader);
        response.setStatusCode(refusal.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(body(refusal, request.request().path()));
    }

    private String body(ServiceException refusal, String path) {
        try {
            return json.writeValueAsString(
                    Problem.of(refusal, String.valueOf(path), TraceId.current()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem of ours is not writable as JSON", e);
        }
    }
}
