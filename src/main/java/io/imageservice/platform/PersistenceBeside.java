package io.imageservice.platform;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.hibernate.orm.runtime.JPAConfig;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Hibernate, which starts beside the rest of the service.
///
/// Quarkus starts it on a thread of its own and waits for it at once: a sixth of the way to the
/// first answer, while much of what comes next needs no entity. In the native executable [Startup]
/// waits for it; a build against another Quarkus fails. On a JVM nothing changes.
final class PersistenceBeside {
    private static volatile @Nullable CompletableFuture<Void> start;

    private PersistenceBeside() {}

    /// Waits until it has started.
    ///
    /// @throws java.util.concurrent.CompletionException with what keeps it from starting
    static void await() {
        var begun = start;
        if (begun != null) {
            begun.join();
        }
    }

    /// @param units a [JPAConfig], which [Units] is when it runs
    private static void begin(Object units) {
        start =
                CompletableFuture.runAsync(
                        ((JPAConfig) units)::getEntityManagerFactories,
                        starting -> Thread.ofPlatform().name("JPA Startup Thread").start(starting));
    }

    @TargetClass(JPAConfig.class)
    static final class Units {
        @Substitute
        void startAll() {
            begin(this);
        }
    }
}
