package io.imageservice.dialect;

import io.imageservice.asset.Idempotency.Answer;
import io.imageservice.error.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What the upload endpoints of this package share.
abstract class DialectResource {
    static Response response(Answer answer) {
        boolean problem = answer.status() >= 400;
        return Response.status(answer.status())
                .type(problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }
}
