package io.imageservice.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What holds of every ordered set: places 0..n-1 of confirmed images, not more than its type
/// allows, and events that tell each revision once, the last of them what is in the database.
final class SetPromises {
    private final Rows rows;
    private final List<String> broken;

    SetPromises(Rows rows, List<String> broken) {
        this.rows = rows;
        this.broken = broken;
    }

    void look(String category, KeyedEvents events) throws SQLException {
        var sets =
                rows.read(
                        """
                        select s.reference_id, s.revision, coalesce(t.max_images, 1000000)
                        from reference_sets s join reference_types t on t.code = s.reference_type
                        where s.reference_type = '%s'
                        """
                                .formatted(category));
        for (var set : sets) {
            var members = members(category, set.text(0));
            var name = category + " " + set.text(0);
            if (members.size() > set.number(2)) {
                broken.add(name + " holds " + members.size());
            }
            told(name, set.number(1), members, events.of(set.text(0)));
        }
        confirmedAreMembers(category);
    }

    private List<String> members(String category, String reference) throws SQLException {
        var places =
                rows.read(
                        """
                        select q.image_id, q.seq_number, i.status, i.reference_id
                        from image_sequence q join images i on i.image_id = q.image_id
                        where q.reference_type = '%s' and q.reference_id = '%s'
                          and q.seq_number is not null order by q.seq_number
                        """
                                .formatted(category, reference));
        List<String> members = new ArrayList<>();
        for (var place : places) {
            if (place.number(1) != members.size()
                    || !place.text(2).equals("CONFIRMED")
                    || !place.text(3).equals(reference)) {
                broken.add(
                        "place %d of %s %s: %s"
                                .formatted(members.size(), category, reference, place.columns()));
            }
            members.add(place.text(0));
        }
        return members;
    }

    private void told(
            String name,
            long revision,
            List<String> members,
            List<com.fasterxml.jackson.databind.JsonNode> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).path("sequence").asLong() != i + 1) {
                broken.add(
                        "event %d of %s has sequence %s"
                                .formatted(i + 1, name, events.get(i).path("sequence")));
                return;
            }
        }
        if (events.size() != revision) {
            broken.add(
                    "%s is at revision %d after %d events"
                            .formatted(name, revision, events.size()));
        } else if (!events.isEmpty() && !told(events.getLast().path("payload")).equals(members)) {
            broken.add(
                    "%s holds %s, its last event says %s"
                            .formatted(name, members, events.getLast()));
        }
    }

    private static List<String> told(com.fasterxml.jackson.databind.JsonNode payload) {
        List<String> told = new ArrayList<>();
        if (payload.has("images")) {
            payload.path("images").forEach(image -> told.add(image.path("imageId").asText()));
        } else {
            told.add(payload.path("imageId").asText());
        }
        return told;
    }

    private void confirmedAreMembers(String category) throws SQLException {
        rows.read(
                        """
                        select i.image_id from images i where i.status = 'CONFIRMED'
                          and i.reference_type = '%s' and not exists (
                            select 1 from image_sequence q where q.image_id = i.image_id
                              and q.reference_id = i.reference_id and q.seq_number is not null)
                        """
                                .formatted(category))
                .forEach(row -> broken.add("confirmed, but in no set: " + row.text(0)));
    }
}
