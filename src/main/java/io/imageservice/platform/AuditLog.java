package io.imageservice.platform;

import io.imageservice.access.Caller;
import io.imageservice.access.Touched;
import io.imageservice.error.TraceId;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jboss.logging.Logger;

/// A line for every write somebody asked for, done or refused, under the category
/// `io.imageservice.audit`: who, what, which images, how it ended, in which trace. What workers and
/// schedules do by themselves is in the history of each image.
@Provider
class AuditLog implements ContainerResponseFilter {
    private static final Logger AUDIT = Logger.getLogger("io.imageservice.audit");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Caller caller;
    private final Touched touched;

    AuditLog(Caller caller, Touched touched) {
        this.caller = caller;
        this.touched = touched;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (READS.contains(request.getMethod())) {
            return;
        }
        AUDIT.infof(
                "principal=%s action=%s path=%s status=%d images=%s trace=%s",
                word(caller.principal()),
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath(),
                response.getStatus(),
                touched.images(),
                TraceId.current());
    }

    /// As one word: a name an issuer gave must not look like a line of ours.
    private static String word(String principal) {
        return principal.replaceAll("[\\s\\p{Cntrl}=]", "_");
    }
}
