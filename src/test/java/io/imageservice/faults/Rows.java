package io.imageservice.faults;

import io.imageservice.stack.Servers;
import io.imageservice.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the database says, read past the service.
final class Rows implements AutoCloseable {
    private final Connection database;

    private Rows(Connection database) {
        this.database = database;
    }

    static Rows of(Stack stack) throws SQLException {
        return new Rows(Servers.database(stack));
    }

    /// One row, each column as text; null becomes the empty text.
    record Row(List<String> columns) {
        String text(int column) {
            return columns.get(column);
        }

        long number(int column) {
            return Long.parseLong(columns.get(column));
        }
    }

    List<Row> read(String query) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(query)) {
            List<Row> rows = new ArrayList<>();
            var width = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    var text = found.getString(i);
                    columns.add(text == null ? "" : text);
                }
                rows.add(new Row(columns));
            }
            return rows;
        }
    }

    long count(String query) throws SQLException {
        return read(query).getFirst().number(0);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
