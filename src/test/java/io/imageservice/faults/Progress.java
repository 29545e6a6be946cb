package io.imageservice.faults;

import io.imageservice.stack.Stack;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often every step was done by a moment: requests as their clients counted them, the rest as
/// the database knows it.
record Progress(Map<String, Long> done) {
    private static final String[] REQUESTS = {"upload", "confirm", "reorder", "delete", "sweep"};

    static Progress now(Stack stack, Deeds deeds) throws SQLException {
        Map<String, Long> done = new LinkedHashMap<>();
        for (var request : REQUESTS) {
            done.put(request, deeds.answers(request, 200, 299));
            done.put(request + " refused", deeds.answers(request, 500, 599));
        }
        try (var rows = Rows.of(stack)) {
            done.put("relay", rows.count("select count(*) from outbox where sent_at is not null"));
            done.put("consume", rows.count("select count(*) from consumed_messages"));
            done.put(
                    "render",
                    rows.count("select count(*) from status_history where new_status = 'READY'"));
            done.put(
                    "removal",
                    rows.count("select count(*) from images where purged_at is not null"));
        }
        return new Progress(done);
    }

    Progress since(Progress earlier) {
        Map<String, Long> between = new LinkedHashMap<>(done);
        earlier.done.forEach((step, count) -> between.merge(step, -count, Long::sum));
        return new Progress(between);
    }

    static String head() {
        return "upload (store, record) | confirm | reorder | delete | sweep | relay | consume | render | remove";
    }

    /// One cell for each step: `done / refused` for requests, `done` for the rest.
    String cells() {
        var cells = new StringBuilder();
        for (var request : REQUESTS) {
            cells.append("%d / %d | ".formatted(done.get(request), done.get(request + " refused")));
        }
        return cells
                + "%d | %d | %d | %d"
                        .formatted(
                                done.get("relay"),
                                done.get("consume"),
                                done.get("render"),
                                done.get("removal"));
    }
}
