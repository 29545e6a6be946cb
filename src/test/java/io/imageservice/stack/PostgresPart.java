package io.imageservice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// PostgreSQL 17, with one database and one user, both called `images`.
public final class PostgresPart extends Part {
    static final String USER = "images";
    static final String PASSWORD = "images";

    PostgresPart(Path home, int port, @Nullable Keys keys) {
        super("PostgreSQL", home, port, keys);
    }

    public String jdbcUrl() {
        return jdbcUrl(port());
    }

    String jdbcUrl(int through) {
        return jdbcUrl("images", through);
    }

    @Override
    void prepare() throws IOException {
        if (Files.exists(home().resolve("PG_VERSION"))) {
            return;
        }
        Template.copy("postgres-17", home(), this::initdb);
        if (keys() != null) {
            Files.writeString(home().resolve("pg_hba.conf"), "hostssl all all all scram-sha-256");
        }
    }

    private void initdb(Path folder) throws IOException {
        var password = home().resolveSibling("postgres.password");
        Files.writeString(password, PASSWORD);
        var command = command("initdb");
        command.addAll(List.of("-D", folder.toString(), "-U", USER, "--pwfile=" + password));
        command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.add("--no-sync");
        var output = ProcessBuilder.Redirect.appendTo(log().toFile());
        if (Tools.finish(command, Map.of(), output) != 0) {
            throw new IOException("initdb failed; its output is in " + log());
        }
    }

    @Override
    KeptProcess launch() {
        var command = command("postgres");
        command.addAll(List.of("-D", home().toString(), "-p", Integer.toString(port())));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "max_connections=300"));
        // the operating system keeps what a killed process has written; only a power cut would not
        command.addAll(List.of("-c", "fsync=off"));
        var keys = keys();
        if (keys != null) {
            command.addAll(List.of("-c", "ssl=on", "-c", "ssl_cert_file=" + keys.certificate()));
            command.addAll(List.of("-c", "ssl_key_file=" + keys.key()));
        }
        return KeptProcess.start(name(), command, Map.of(), log());
    }

    @Override
    boolean answers(KeptProcess running) throws SQLException {
        var login = new Properties();
        login.putAll(Map.of("user", USER, "password", PASSWORD, "connectTimeout", "2"));
        login.put("socketTimeout", "10");
        try (var connection =
                        new org.postgresql.Driver().connect(jdbcUrl("postgres", port()), login);
                var statement = connection.createStatement()) {
            var known = "SELECT 1 FROM pg_database WHERE datname = 'images'";
            if (!statement.executeQuery(known).next()) {
                statement.execute("CREATE DATABASE images");
            }
            return true;
        }
    }

    /// PostgreSQL's fast shutdown: it does not wait for its clients to leave.
    @Override
    String endSignal() {
        return "INT";
    }

    private static String jdbcUrl(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static List<String> command(String program) {
        var command = new ArrayList<>(Tools.notAsRoot());
        command.add(PostgresBinaries.folder().resolve("bin").resolve(program).toString());
        return command;
    }
}
