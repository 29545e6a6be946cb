package io.imageservice.dialect;

import io.imageservice.cache.RedisProbe;
import io.imageservice.messaging.Broker;
import io.imageservice.storage.ObjectStore;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Whether what this service stands on answers: all asked at once, each within a short time, and
/// the answers kept for a moment, so that a busy health page asks nobody twice a second.
@ApplicationScoped
class Dependencies {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Map<String, Callable<Boolean>> probes = new LinkedHashMap<>();
    private final ExecutorService probers;
    private final Clock clock;
    private @Nullable State last;

    Dependencies(
            DataSource database,
            Broker broker,
            RedisProbe redis,
            ObjectStore store,
            @VirtualThreads ExecutorService probers,
            Clock clock) {
        this.probers = probers;
        this.clock = clock;
        probes.put("database", () -> valid(database));
        probes.put("kafka", () -> !broker.topics().isEmpty());
        probes.put("redis", redis::answers);
        probes.put("storage", store::reachable);
    }

    /// What answered when.
    record State(Map<String, Boolean> services, Instant at) {
        boolean up(String service) {
            return services.getOrDefault(service, false);
        }

        /// Without database or storage nothing can be done; without Kafka or Redis things take
        /// longer.
        boolean healthy() {
            return up("database") && up("storage");
        }
    }

    synchronized State state() {
        Instant now = clock.instant();
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = new State(ask(), now);
        }
        return last;
    }

    private Map<String, Boolean> ask() {
        Map<String, Future<Boolean>> asked = new LinkedHashMap<>();
        probes.forEach((name, probe) -> asked.put(name, probers.submit(probe)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Boolean> answers = new LinkedHashMap<>();
        asked.forEach((name, answer) -> answers.put(name, within(answer, end)));
        return answers;
    }

    private static boolean within(Future<Boolean> answer, long end) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return false;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean valid(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        }
    }
}
