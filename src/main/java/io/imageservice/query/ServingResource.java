package io.imageservice.query;

import io.imageservice.error.ErrorCode;
import io.imageservice.storage.ObjectStore;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// What the two resources that serve bytes share: from a request's headers to a streamed answer.
abstract class ServingResource {
    private final Serving serving;

    ServingResource(Serving serving) {
        this.serving = serving;
    }

    Response.ResponseBuilder serve(
            Servable object, String cacheControl, Request request, HttpHeaders headers) {
        var asked =
                new Serving.Asked(
                        request.getMethod().equals("HEAD"),
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
            response.entity(
                    (StreamingOutput)
                            out -> {
                                try (var in = body.stream()) {
                                    in.transferTo(out);
                                }
                            });
        }
        return response;
    }
}
