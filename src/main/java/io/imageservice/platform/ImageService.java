package io.imageservice.platform;

import io.imageservice.error.StartRefusedException;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where the process begins. Quarkus would answer any fault of the start with a stack trace; one
/// that says all in its sentence is told by its sentence.
@QuarkusMain
public class ImageService {
    private ImageService() {}

    public static void main(String... arguments) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            // Virtual threads that wait for sockets are woken by threads of the system. The
            // default, virtual threads that wake one another, loses some in an executable for
            // ever: every read of theirs ended by its timeout only (oracle/graal#13787).
            System.setProperty("jdk.pollerMode", "1");
        }
        if (KeysCommand.named(arguments)) {
            // A process of no port, no schedule and no consumer, whose standard output is the
            // answer.
            System.setProperty("images.role", "migrate");
            System.setProperty("quarkus.log.console.stderr", "true");
        }
        Quarkus.run(null, ImageService::ended, arguments);
    }

    private static void ended(int code, @Nullable Throwable failure) {
        if (failure != null) {
            tell(failure);
        }
        System.exit(code);
    }

    private static void tell(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                System.err.println("image-service: " + refused.getMessage());
                return;
            }
            if (cause instanceof ConfigValidationException
                    || cause instanceof ConfigurationException) {
                System.err.println("image-service: " + Sentence.of(cause));
                return;
            }
        }
        Logger.getLogger(ImageService.class).error("the service could not start", failure);
    }
}
