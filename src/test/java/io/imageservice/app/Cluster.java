package io.imageservice.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.imageservice.stack.Servers;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// What the process tests share: one stack for the whole run, prepared once, and the questions they
/// ask.
final class Cluster {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private Cluster() {}

    /// Started, and prepared by the role `migrate`, at the first call.
    static Stack stack() {
        return Prepared.STACK;
    }

    private static final class Prepared {
        static final Stack STACK = prepare();

        private static Stack prepare() {
            var stack = Stack.start(StackOptions.forTests());
            var migrate = App.launch(stack, AppOptions.role("migrate"));
            migrate.process().awaitEnd(PATIENCE);
            assertEquals(0, migrate.process().exitCode(), migrate::log);
            return stack;
        }
    }

    static void awaitReady(Client client, List<String> ids) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    var open =
                            ids.stream()
                                    .map(client::state)
                                    .filter(state -> !state.imageStatus().equals("READY"))
                                    .map(Client.Answer::body);
                    assertEquals(List.of(), open.toList(), "not READY");
                });
    }

    /// The number a query about the service's database answers.
    static long count(String query) throws SQLException {
        try (var database = Servers.database(stack());
                var rows = database.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
