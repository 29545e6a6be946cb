package io.imageservice.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Whether the schema is as new as this build needs, in one question to the database. Flyway would
/// read every migration and ask twenty, which is too much for a pod that only wants to begin.
@ApplicationScoped
class SchemaVersion {
    /// The newest file of `db/migration`; a test compares them.
    static final int NEWEST = 20;

    private static final String NO_SUCH_TABLE = "42P01";

    private final DataSource database;
    private volatile @Nullable CompletableFuture<Boolean> asked;

    SchemaVersion(DataSource database) {
        this.database = database;
    }

    /// Asks beside what follows, for the first [#current()].
    void ask() {
        asked = CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
    }

    /// Whether every migration this build knows was applied; one from the future does not matter.
    /// False while `migrate` has not run, or not with this build.
    boolean current() {
        var early = asked;
        asked = null;
        return early == null ? read() : early.join();
    }

    private boolean read() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select max(version::int) from flyway_schema_history where success")) {
            return row.next() && row.getInt(1) >= NEWEST;
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }
}
