package io.imageservice.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Whether processes hold more threads, files and sockets than they did. Pools may be fuller than
/// before, by what they may hold; beyond that something was lost.
final class Leaks {
    private static final int THREADS = 40;
    private static final int FILES = 60;

    private final Fleet fleet;
    private final List<Vitals> before;
    private final List<String> found = new ArrayList<>();

    private Leaks(Fleet fleet, List<Vitals> before) {
        this.fleet = fleet;
        this.before = before;
    }

    /// Remembers what they hold now.
    static Leaks since(Fleet fleet) throws IOException {
        return new Leaks(fleet, vitals(fleet));
    }

    /// What was lost, a sentence each.
    List<String> found() {
        return found;
    }

    /// Looks again.
    ///
    /// @return what every process holds now: `platform+virtual threads / files`
    String look() throws IOException {
        var after = vitals(fleet);
        for (int i = 0; i < after.size(); i++) {
            var app = fleet.apps().get(i).role();
            var then = before.get(i);
            var now = after.get(i);
            grown(
                    app + " platform threads",
                    then.platformThreads(),
                    now.platformThreads(),
                    THREADS);
            grown(app + " virtual threads", then.virtualThreads(), now.virtualThreads(), THREADS);
            grown(app + " files and sockets", then.files(), now.files(), FILES);
        }
        return after.stream()
                .map(v -> v.platformThreads() + "+" + v.virtualThreads() + " / " + v.files())
                .collect(Collectors.joining(", "));
    }

    private static List<Vitals> vitals(Fleet fleet) throws IOException {
        List<Vitals> all = new ArrayList<>();
        for (var app : fleet.apps()) {
            all.add(Vitals.of(app));
        }
        return all;
    }

    private void grown(String what, long then, long now, long most) {
        if (now > then + most) {
            found.add("%s went from %d to %d".formatted(what, then, now));
        }
    }
}
