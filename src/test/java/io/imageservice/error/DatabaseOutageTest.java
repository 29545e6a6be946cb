package io.imageservice.error;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {
    @Test
    void seesTheOutageACommitMet() {
        var commit = new IllegalStateException("could not commit");
        commit.addSuppressed(
                new SQLException("I/O error", "08006", new SocketException("Connection reset")));

        assertTrue(DatabaseOutage.is(new RuntimeException(commit)));
    }

    @Test
    void aDeadlockMayBeTriedAgain() {
        assertTrue(DatabaseOutage.is(new SQLException("deadlock detected", "40P01")));
    }

    @Test
    void aWrongStatementIsNoOutage() {
        assertFalse(DatabaseOutage.is(new RuntimeException(new SQLException("syntax", "42601"))));
    }
}
