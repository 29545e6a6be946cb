package io.imageservice.messaging;

import java.sql.SQLException;

/// A statement of [Sql] failed.
final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause);
    }
}
