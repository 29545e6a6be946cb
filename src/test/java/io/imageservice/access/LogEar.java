package io.imageservice.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Hears everything that is logged, DEBUG of our own included, until it is closed.
final class LogEar extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("io.imageservice");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final SimpleFormatter words = new SimpleFormatter();

    private LogEar() {
        setLevel(Level.ALL);
    }

    static LogEar open() {
        var ear = new LogEar();
        OURS.setLevel(Level.FINE);
        ROOT.addHandler(ear);
        return ear;
    }

    /// The messages of one category.
    List<String> of(String category) {
        return records.stream()
                .filter(record -> category.equals(record.getLoggerName()))
                .map(words::formatMessage)
                .toList();
    }

    String everything() {
        var all = new StringBuilder();
        records.forEach(record ->
                all.append(record.getLoggerName()).append(' ').append(words.format(record)));
        return all.toString();
    }

    @Override
    public void publish(LogRecord record) {
        // jboss' records are formatted by themselves; getMessage() would be the pattern
        records.add(record instanceof org.jboss.logmanager.ExtLogRecord ext ? plain(ext) : record);
    }

    private static LogRecord plain(org.jboss.logmanager.ExtLogRecord ext) {
        var plain = new LogRecord(ext.getLevel(), ext.getFormattedMessage().replace("{", "'{'"));
        plain.setLoggerName(ext.getLoggerName());
        plain.setThrown(ext.getThrown());
        return plain;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        OURS.setLevel(null);
    }
}
