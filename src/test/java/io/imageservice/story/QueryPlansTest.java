package io.imageservice.story;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.imageservice.stack.StackResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The plans of the queries that must not grow with the table, over 1,000,000 images in a database
/// of their own. Plans are checked, not times.
@Execution(ExecutionMode.CONCURRENT)
class QueryPlansTest {
    private static final String ROWS =
            """
            insert into images (image_id, status, reference_type, reference_id, path, uploader_id,
                owner, file_name, format, bytes, sha256, changes, created_at, updated_at, deleted_at,
                purged_at, version)
            select gen_random_uuid(),
                case when n % 100 < 80 then 'CONFIRMED' when n % 100 < 90 then 'READY'
                     when n % 100 < 92 then 'FAILED' when n % 100 < 93 then 'TEMP' else 'DELETED' end,
                (array['PRODUCT','POST','BANNER','GENERAL'])[1 + n % 4], 'ref-' || (n / 5),
                'POST/2026/01/01/' || n || '.webp', 'u-' || (n % 5000), 'o', 'f.png', 'PNG', 1, '0', 1,
                now() - n * interval '1 second', now() - n * interval '1 second',
                case when n % 100 >= 93 then now() - n * interval '1 second' end,
                case when n % 100 >= 93 and n % 1000 <> 999 then now() - n * interval '1 second' end, 1
            from generate_series(1, 1000000) n
            """;
    private static final String SETS =
            """
            insert into reference_sets (reference_type, reference_id, revision)
            select distinct reference_type, reference_id, 1 from images where status = 'CONFIRMED'
            """;
    private static final String PLACES =
            """
            insert into image_sequence (image_id, reference_type, reference_id, seq_number, place)
            select image_id, reference_type, reference_id,
                row_number() over w - 1, row_number() over w from images where status = 'CONFIRMED'
            window w as (partition by reference_type, reference_id order by image_id)
            """;

    private static final List<String> QUERIES =
            List.of(
                    // list
                    "select * from images where status <> 'DELETED'"
                            + " order by created_at desc, image_id desc limit 21",
                    "select * from images where status = 'FAILED'"
                            + " order by created_at desc, image_id desc limit 21",
                    "select * from images where reference_type = 'POST' and reference_id = 'ref-77'"
                            + " and status <> 'DELETED' order by created_at desc, image_id desc limit 21",
                    "select * from images where uploader_id = 'u-77' and status <> 'DELETED'"
                            + " order by created_at desc, image_id desc limit 21",
                    // confirm
                    "select reference_type from reference_sets where reference_id = 'ref-77'",
                    "select * from image_sequence where reference_type = 'POST' and reference_id ="
                            + " 'ref-77' and seq_number is not null order by seq_number",
                    "select * from images where reference_type = 'PRODUCT' and reference_id = 'ref-76'"
                            + " and status <> 'DELETED' order by image_id for update",
                    // clean-up
                    "select * from images where status = 'DELETED' and purged_at is null and deleted_at"
                            + " <= now() order by deleted_at, image_id limit 500",
                    "select image_id from images where status = 'DELETED' and purged_at is null"
                            + " and lease_until < now() order by lease_until limit 500",
                    "select image_id from images where status = 'FAILED' and updated_at < now() -"
                            + " interval '24 hours' order by created_at, image_id limit 10000",
                    "select image_id from images where status = 'TEMP' and updated_at < now() -"
                            + " interval '24 hours' order by created_at, image_id limit 10000",
                    "select image_id from images where purged_at < now() - interval '7 days'"
                            + " order by purged_at limit 10000",
                    "select image_id from images where status = 'TEMP' and lease_until < now()");

    private final Map<String, String> server = new StackResource().start();
    private final String url = server.get("quarkus.datasource.jdbc.url");
    private final String user = server.get("quarkus.datasource.username");
    private final String password = server.get("quarkus.datasource.password");

    @Test
    void neverReadAMillionRowsFromEndToEnd() throws SQLException {
        String plans = url.replaceFirst("/[^/?]+(\\?|$)", "/plans$1");
        run(url, "create database plans");
        try {
            Flyway.configure().dataSource(plans, user, password).load().migrate();
            fill(plans);
            for (String query : QUERIES) {
                String plan = explain(plans, query);
                assertFalse(plan.contains("Seq Scan"), query + "\n" + plan);
            }
        } finally {
            run(url, "drop database plans with (force)");
        }
    }

    /// Indexes are made after the rows: a tenth of the time.
    private void fill(String database) throws SQLException {
        List<String> indexes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery(
                            "select indexname, indexdef from pg_indexes where tablename = 'images'"
                                    + " and indexname <> 'images_pkey'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    indexes.add(rows.getString(2));
                }
            }
            for (String name : names) {
                statement.execute("drop index " + name);
            }
            // No triggers, no foreign keys: the rows are consistent by themselves.
            statement.execute("set session_replication_role = replica");
            statement.execute(ROWS);
            statement.execute(SETS);
            statement.execute(PLACES);
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("vacuum analyze images");
            statement.execute("analyze image_sequence");
            statement.execute("analyze reference_sets");
        }
    }

    private String explain(String database, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private void run(String database, String statement) throws SQLException {
        try (Connection connection = open(database);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection(database, user, password);
    }
}
