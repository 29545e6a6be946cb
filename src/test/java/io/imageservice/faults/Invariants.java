package io.imageservice.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.app.App;
import io.imageservice.app.Client;
import io.imageservice.event.Topics;
import io.imageservice.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/// The promises of docs/architecture.md, looked at from outside once everything has settled: in the
/// database, in Kafka as a consumer sees it, and in storage.
final class Invariants {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> CATEGORIES = List.of("POST", "PROFILE", "PRODUCT", "BANNER");

    private final Stack stack;
    private final Rows rows;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Stack stack, Rows rows) {
        this.stack = stack;
        this.rows = rows;
    }

    /// What does not hold, a sentence each; empty when all does. Nothing may be under way.
    static List<String> broken(Stack stack, Deeds deeds) throws Exception {
        try (var rows = Rows.of(stack)) {
            var invariants = new Invariants(stack, rows);
            invariants.look(deeds);
            return invariants.broken;
        }
    }

    /// Lets the reconciler remove what no row names, then looks.
    static void hold(Fleet fleet, Deeds deeds) throws Exception {
        var orphans = reconciled(fleet);
        System.out.println("reconciler: " + orphans);
        assertEquals(List.of(), broken(fleet.stack(), deeds));
    }

    /// A worker whose reconciler spares nothing for its age and removes; nobody may be uploading.
    static String reconciled(Fleet fleet) {
        var options =
                Fleet.options("worker")
                        .with("IMAGES_SWEEP_RECONCILER_AGE", "0s")
                        .with("IMAGES_SWEEP_RECONCILER_REMOVE", "true");
        try (var app = App.start(fleet.stack(), options)) {
            var client = new Client(app.url());
            // one that was killed in this job keeps it for half a minute; a run may outlast a
            // request
            return Awaitility.await()
                    .atMost(Duration.ofMinutes(6))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(
                            () -> client.send("POST", "/api/v1/admin/sweeps/reconciler", "").json(),
                            run -> run.path("ran").asBoolean())
                    .path("counts")
                    .toString();
        }
    }

    /// Whether a sentence is about an object without a row, which the reconciler may take away.
    static boolean isOrphan(String sentence) {
        return sentence.startsWith("an orphan");
    }

    private void look(Deeds deeds) throws Exception {
        histories();
        none(
                "an image FAILED, though every upload was a picture",
                "select image_id from images where status = 'FAILED'");
        none("an image is stuck in TEMP", "select image_id from images where status = 'TEMP'");
        none("a dead letter", "select origin || ' ' || reason from dead_letters");
        none(
                "an event was never sent",
                "select topic || ' ' || key from outbox where sent_at is null");
        for (var category : CATEGORIES) {
            var events =
                    KeyedEvents.readAll(
                            stack.kafka().bootstrapServers(), Topics.changed(category), JSON);
            new SetPromises(rows, broken).look(category, events);
            told(Topics.changed(category), events);
        }
        var lifecycle =
                KeyedEvents.readAll(stack.kafka().bootstrapServers(), Topics.LIFECYCLE, JSON);
        new ImagePromises(rows, broken).look(lifecycle, deeds);
        told(Topics.LIFECYCLE, lifecycle);
        new StoragePromises(rows, broken).look(stack);
    }

    /// From nothing to TEMP, from each status to one that may follow, to the one in the row.
    private void histories() throws Exception {
        none(
                "an image's history does not lead to its status",
                """
                select i.image_id from images i where i.status is distinct from (
                    select new_status from status_history h where h.image_id = i.image_id
                    order by sequence desc limit 1)
                """);
        none(
                "a history has a hole",
                """
                select image_id from (
                    select image_id, sequence, old_status, row_number() over w as place,
                        lag(new_status) over w as before
                    from status_history window w as (partition by image_id order by sequence)) h
                where sequence <> place or old_status is distinct from before
                """);
        none(
                "a change of status that may not be",
                """
                select image_id || ' ' || coalesce(old_status, '-') || ' to ' || new_status
                from status_history where coalesce(old_status, '-') || '>' || new_status not in (
                    '->TEMP', 'TEMP>READY', 'TEMP>FAILED', 'TEMP>DELETED', 'READY>CONFIRMED',
                    'READY>DELETED', 'CONFIRMED>DELETED', 'FAILED>DELETED', 'FAILED>TEMP')
                """);
    }

    /// Every event of the outbox was sent, and nothing else: not the same under another id.
    private void told(String topic, KeyedEvents events) throws Exception {
        var due =
                rows.read("select event_id from outbox where topic = '" + topic + "'").stream()
                        .map(row -> row.text(0))
                        .toList();
        var lost = new ArrayList<>(due);
        lost.removeAll(events.ids());
        lost.forEach(id -> broken.add("lost on " + topic + ": event " + id));
        var invented = new ArrayList<>(events.ids());
        invented.removeAll(due);
        invented.forEach(id -> broken.add("sent on " + topic + " without a commit: event " + id));
    }

    private void none(String what, String query) throws Exception {
        rows.read(query).forEach(row -> broken.add(what + ": " + row.text(0)));
    }
}
