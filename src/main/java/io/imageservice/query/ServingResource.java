package io.imageservice.query;

import io.imageservice.error.ErrorCode;
import io.imageservice.storage.ObjectStore;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/// What the two resources that serve bytes share: from a request's headers to a streamed answer.
abstract class ServingResource {
    private static final Logger LOG = Logger.getLogger(ServingResource.class);

    private final Serving serving;

    ServingResource(Serving serving) {
        this.serving = serving;
    }

    Response.ResponseBuilder serve(
            Servable object, String cacheControl, RoutingContext request, HttpHeaders headers) {
        var asked =
                new Serving.Asked(
                        request.request().method() == HttpMethod.HEAD,
                        headers.getHeaderString("If-None-Match"),
                        headers.getHeaderString("Range"),
                        headers.getHeaderString("If-Range"));
        Serving.Served served = serving.serve(object, asked, cacheControl);
        if (served.status() == 416) {
            throw ErrorCode.RANGE_NOT_SATISFIABLE
                    .because("the range lies outside the rendition")
                    .header("Content-Range", String.valueOf(served.headers().get("Content-Range")));
        }
        var response = Response.status(served.status());
        served.headers().forEach(response::header);
        ObjectStore.Content body = served.body();
        if (body != null) {
            closeAtEnd(request, body.stream());
            response.entity((StreamingOutput) out -> body.stream().transferTo(out));
        }
        return response;
    }

    /// With the request, not with the writing: a client that goes away before its first byte is
    /// never written to.
    private static void closeAtEnd(RoutingContext request, InputStream body) {
        request.addEndHandler(end -> Thread.startVirtualThread(() -> close(body)));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debugf("a body was not closed: %s", e.getMessage());
        }
    }
}
