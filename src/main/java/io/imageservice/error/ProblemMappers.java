package io.imageservice.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where an exception becomes HTTP: always a problem (RFC 9457), never a stack trace.
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    @ServerExceptionMapper
    Response refused(ServiceException refusal, UriInfo uri) {
        if (refusal.status() >= 500 && refusal.code() != ErrorCode.IMAGE_PROCESSING_FAILED) {
            LOG.warnf(refusal, "%s: %s", refusal.code(), refusal.detail());
        }
        return answer(refusal, uri);
    }

    @ServerExceptionMapper
    Response notOurs(WebApplicationException e, UriInfo uri) {
        if (e.getResponse().getStatus() < 400) {
            // A stream that has nothing to say answers 204 this way: no refusal.
            return e.getResponse();
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, uri);
        }
        return answer(HttpStatuses.refusal(e.getResponse().getStatus()), uri);
    }

    /// Said alike for no credential, an unknown one and one that has ended.
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknown(SecurityException e, UriInfo uri) {
        return answer(HttpStatuses.refusal(401), uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(HttpStatuses.refusal(403), uri);
    }

    /// The second is named because the framework has a mapper of its own for it.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response malformed(JsonProcessingException e, UriInfo uri) {
        boolean bounded =
                e instanceof StreamConstraintsException
                        || e.getCause() instanceof StreamConstraintsException;
        String detail =
                bounded
                        ? "the JSON is longer, or nested deeper, than is read"
                        : "the body is not the JSON expected";
        return answer(ErrorCode.INVALID_REQUEST.because(detail), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<ProblemError> errors =
                e.getConstraintViolations().stream().map(ProblemMappers::error).toList();
        String detail = errors.isEmpty() ? "invalid request" : errors.getFirst().detail();
        return answer(ErrorCode.INVALID_REQUEST.because(detail).with(errors), uri);
    }

    @ServerExceptionMapper({PersistenceException.class, SQLException.class})
    Response database(Exception e, UriInfo uri) {
        if (DatabaseOutage.is(e)) {
            LOG.warnf("the database could not do it now: %s", e.getMessage());
            var refusal = ErrorCode.SERVICE_UNAVAILABLE.because("the database could not do it now");
            return answer(refusal.retryAfter(SOON), uri);
        }
        return unexpected(e, uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        if (DatabaseOutage.is(e)) {
            return database(new SQLException(e), uri);
        }
        var unreadable = UnreadableBody.refusal(e);
        if (unreadable.isPresent()) {
            return answer(unreadable.get(), uri);
        }
        LOG.errorf(e, "unexpected failure");
        return answer(ErrorCode.INTERNAL_ERROR.because("unexpected failure"), uri);
    }

    private static ProblemError error(ConstraintViolation<?> violation) {
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            field = node.getName();
        }
        String detail = field + " " + violation.getMessage();
        return ProblemError.in(field, ErrorCode.INVALID_REQUEST, detail);
    }

    private static Response answer(ServiceException refusal, UriInfo uri) {
        String path = uri.getRequestUri().getRawPath();
        var problem = Problem.of(refusal, path, TraceId.current());
        var response = Response.status(refusal.status()).type(Problem.MEDIA_TYPE).entity(problem);
        refusal.headers().forEach(response::header);
        return response.build();
    }
}
