package io.imageservice.platform;

import io.quarkus.runtime.ImageMode;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/// Collects garbage in an executable that has not for a while, as G1 can (JEP 346). Its young
/// generation is wide, so that no start and no busy process collects often; what an idle one fills
/// of it would stay resident.
@ApplicationScoped
class IdleCollections {
    private long before;

    /// Nothing where a collection came by itself meanwhile.
    @Scheduled(every = "10s", delayed = "5s", skipExecutionIf = OnJvm.class)
    void collect() {
        if (collections() == before) {
            System.gc();
        }
        before = collections();
    }

    static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /// A JVM has collectors of its own mind.
    @ApplicationScoped
    static class OnJvm implements Scheduled.SkipPredicate {
        @Override
        public boolean test(ScheduledExecution execution) {
            return ImageMode.current() != ImageMode.NATIVE_RUN;
        }
    }
}
