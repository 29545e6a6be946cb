package io.imageservice.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What holds of every image: its events tell each change once and in order, and what a client was
/// told has happened has happened.
final class ImagePromises {
    private final Rows rows;
    private final List<String> broken;

    ImagePromises(Rows rows, List<String> broken) {
        this.rows = rows;
        this.broken = broken;
    }

    void look(KeyedEvents events, Deeds deeds) throws SQLException {
        var images = rows.read("select image_id, status, changes from images");
        images.forEach(image -> told(image, events.of(image.text(0))));
        kept("uploaded, but no such image", deeds.uploaded, ids("select image_id from images"));
        kept(
                "confirmed, but never was",
                deeds.confirmed,
                ids("select image_id from status_history where new_status = 'CONFIRMED'"));
        kept(
                "deleted, but lives",
                deeds.deleted,
                ids("select image_id from images where status = 'DELETED'"));
        deeds.unclear.forEach(
                answer -> broken.add("an answer that is no problem document: " + answer));
    }

    private void told(Rows.Row image, List<JsonNode> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).path("sequence").asLong() != i + 1) {
                broken.add(
                        "event %d of image %s has sequence %s"
                                .formatted(i + 1, image.text(0), events.get(i).path("sequence")));
                return;
            }
        }
        var last = events.isEmpty() ? "" : events.getLast().at("/payload/newStatus").asText();
        if (events.size() != image.number(2) || !last.equals(image.text(1))) {
            broken.add(
                    "image %s: %d events, the last %s"
                            .formatted(image.columns(), events.size(), last));
        }
    }

    private void kept(String otherwise, Collection<String> promised, Set<String> true_) {
        var wrong = new HashSet<>(promised);
        wrong.removeAll(true_);
        wrong.forEach(id -> broken.add(otherwise + ": " + id));
    }

    private Set<String> ids(String query) throws SQLException {
        return rows.read(query).stream().map(row -> row.text(0)).collect(Collectors.toSet());
    }
}
