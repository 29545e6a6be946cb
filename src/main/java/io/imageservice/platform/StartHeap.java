package io.imageservice.platform;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.graalvm.nativeimage.RuntimeOptions;

/// The young generation of a native executable: large while it starts, so that no collection comes
/// in between, and small from then on, because an idle process keeps whatever it once filled.
@ApplicationScoped
class StartHeap {
    private static final String OPTION = "MaxNewSize";

    /// As application.properties has it built in (`-R:MaxNewSize`); `-Xmn` of a command line is
    /// left alone.
    private static final long WHILE_STARTING = 64L << 20;

    private static final long AFTERWARDS = 16L << 20;
    private static final Duration STARTED = Duration.ofSeconds(5);

    void begin(@Observes StartupEvent event, Vertx vertx) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            vertx.setTimer(STARTED.toMillis(), timer -> vertx.executeBlocking(StartHeap::shrink));
        }
    }

    private static boolean shrink() {
        boolean ours = RuntimeOptions.<Long>get(OPTION) == WHILE_STARTING;
        if (ours) {
            RuntimeOptions.set(OPTION, AFTERWARDS);
            System.gc(); // what was filled goes back to the operating system
        }
        return ours;
    }
}
