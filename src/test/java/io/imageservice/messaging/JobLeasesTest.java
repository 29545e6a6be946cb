package io.imageservice.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class JobLeasesTest {
    @Inject JobLeases leases;
    @Inject DataSource database;

    private final String job = "job-" + UUID.randomUUID();

    @Test
    void aJobUnderWayIsProlongedAndKeepsOthersOut() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Thread running =
                Thread.ofVirtual().start(() -> leases.runNow(job, () -> awaitQuietly(end)));
        await().until(() -> left() > 0);

        assertFalse(leases.runNow(job, () -> {}));
        double before = left();
        await().atMost(Duration.ofSeconds(20)).until(() -> left() > before);

        end.countDown();
        running.join();
        assertTrue(leases.runNow(job, () -> {}));
    }

    @Test
    void whatAKilledProcessWasAtIsAnothersOnceItsLeaseIsOver() {
        new Sql(database)
                .update(
                        "insert into job_leases (name, owner, until) values (?, 'dead', now() +"
                                + " interval '1 s')",
                        job);

        assertFalse(leases.runNow(job, () -> {}));
        await().atMost(Duration.ofSeconds(10)).until(() -> leases.runNow(job, () -> {}));
    }

    /// Seconds the lease is still good for; 0 when there is none.
    private double left() {
        return new Sql(database)
                        .query(
                                "select extract(epoch from until - now()) from job_leases where name = ?",
                                row -> row.getDouble(1),
                                job)
                        .stream()
                        .findFirst()
                        .orElse(0.0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
