package io.imageservice.asset;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.imageservice.stack.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutageTest {
    @Inject AgroalDataSource database;

    @Test
    void whoIsInterruptedWaitingForAConnectionIsNotMetByAFault() throws Exception {
        try (var pool = ofOne();
                var taken = pool.getConnection()) {
            var step = new FutureTask<>(() -> Outage.ride("a step", () -> connected(pool)));
            Thread thread = Thread.ofVirtual().start(step);
            await().until(() -> pool.getMetrics().awaitingCount() == 1);

            thread.interrupt();

            var failure = assertThrows(ExecutionException.class, step::get);
            var interrupt = assertInstanceOf(InterruptedException.class, failure.getCause());
            assertEquals("a step was cut off", interrupt.getMessage());
        }
    }

    private AgroalDataSource ofOne() throws SQLException {
        var same =
                database.getConfiguration()
                        .connectionPoolConfiguration()
                        .connectionFactoryConfiguration();
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .metricsEnabled(true)
                        .connectionPoolConfiguration(
                                one -> one.maxSize(1).connectionFactoryConfiguration(() -> same)));
    }

    /// Fails as Hibernate does.
    private static boolean connected(AgroalDataSource pool) {
        try (var connection = pool.getConnection()) {
            return true;
        } catch (SQLException e) {
            throw new GenericJDBCException("Unable to acquire JDBC Connection", e);
        }
    }
}
