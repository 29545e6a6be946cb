package io.imageservice.error;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/// Tells a database that is away, or gave up a transaction for another's sake, from a statement
/// that is wrong: after the former the same may be tried again.
public final class DatabaseOutage {
    /// SQLSTATE classes: connection exception, transaction rollback (a deadlock), insufficient
    /// resources, operator intervention, system error.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private DatabaseOutage() {}

    /// Whether somewhere in the causes the database was not to be reached.
    public static boolean is(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && away(sql)) {
                return true;
            }
            // The transaction manager hides why a commit failed there.
            if (Stream.of(cause.getSuppressed()).anyMatch(DatabaseOutage::is)) {
                return true;
            }
            if (cause == cause.getCause()) {
                return false;
            }
        }
        return false;
    }

    private static boolean away(SQLException e) {
        String state = e.getSQLState();
        if (state == null || state.length() < 2) {
            // Agroal's own: "Acquisition timeout while waiting for new connection", or a socket's
            // end.
            String message = String.valueOf(e.getMessage());
            return message.contains("Acquisition timeout") || e.getCause() instanceof IOException;
        }
        return CLASSES.contains(state.substring(0, 2));
    }
}
