package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.failpoint.AgentJar;
import io.imageservice.failpoint.Point;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackException;
import io.imageservice.stack.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/// The crash matrix: `kill -9` at every boundary between two steps, of the process that stands
/// there and of each server it needs, while clients go on.
///
/// `./dev test-faults` runs it and writes its table into docs/reliability.md. `-Dcrash.rounds=` and
/// `-Dcrash.points=` (a pattern found in `role name`) make it shorter or longer.
class CrashDrill {
    private final int rounds = Integer.getInteger("crash.rounds", 2);
    private final String only = System.getProperty("crash.points", "");
    private final StringBuilder table = new StringBuilder(CrashRow.HEAD);
    private final List<String> broken = new ArrayList<>();
    private int runs;

    @Test
    void nothingIsLostWhereverSomethingDies() throws Exception {
        var folder = Files.createTempDirectory("fail-points").toAbsolutePath();
        try (var stack = Stack.start(StackOptions.forTests())) {
            Fleet.prepare(stack);
            var fleet = Fleet.of(stack, List.of(with(folder, "api"), with(folder, "worker")));
            try (fleet) {
                var deeds = new Deeds();
                for (var point : points()) {
                    row(fleet, new CrashRow(fleet, deeds, point, folder.resolve(point.role())));
                }
                var reconciled = Invariants.reconciled(fleet);
                news(Invariants.broken(stack, deeds));
                Reliability.write("crash matrix", table + "\n" + summary(reconciled));
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(!only.isEmpty() || runs >= 200, "only %d runs".formatted(runs));
    }

    private void row(Fleet fleet, CrashRow row) throws Exception {
        try {
            row.run(rounds);
        } catch (ConditionTimeoutException | StackException e) {
            row.broken().add(String.valueOf(e.getMessage()));
            fleet.apps().stream().filter(app -> !app.process().alive()).forEach(App::restart);
        }
        row.broken().removeAll(broken);
        System.out.print(row);
        table.append(row);
        runs += row.runs();
        news(row.broken());
        Reliability.write("crash matrix", table.toString());
    }

    /// What was broken before was said before.
    private void news(List<String> sentences) {
        var news = sentences.stream().filter(sentence -> !broken.contains(sentence)).toList();
        news.stream().limit(20).forEach(sentence -> System.out.println("    " + sentence));
        broken.addAll(news);
    }

    private List<Point> points() {
        var wanted = Pattern.compile(only);
        return Point.all().filter(p -> wanted.matcher(p.role() + " " + p.name()).find()).toList();
    }

    private String summary(String reconciled) {
        return "%d runs. The reconciler at the end: `%s`; after it %d promises were broken."
                .formatted(runs, reconciled, broken.size());
    }

    private static AppOptions with(Path folder, String role) throws Exception {
        var options = Fleet.options(role);
        var java =
                options.environment().get("JAVA_TOOL_OPTIONS")
                        + " "
                        + AgentJar.option(folder.resolve(role), role);
        return options.with("JAVA_TOOL_OPTIONS", java);
    }
}
