package io.imageservice.faults;

import io.imageservice.app.App;
import io.imageservice.stack.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process holds: threads of both kinds, open files and sockets, resident memory.
///
/// @param rssMegabytes resident set size
record Vitals(long platformThreads, long virtualThreads, long files, long rssMegabytes) {

    static Vitals of(App app) throws IOException {
        var pid = app.process().pid();
        var dump = Files.createTempDirectory("vitals").resolve("threads.json");
        Pulse.jcmd(pid, "Thread.dump_to_file", "-format=json", dump.toString());
        var all = Files.readString(dump);
        Files.delete(dump);
        Files.delete(dump.getParent());
        var virtual = count(all, "\"virtual\": true");
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return new Vitals(count(all, "\"tid\":") - virtual, virtual, files.count(), rss(pid));
        }
    }

    /// Live heap in megabytes, after a collection.
    static long heapMegabytes(App app) {
        return Pulse.liveHeap(app.process().pid()) >> 20;
    }

    /// Resident megabytes.
    static long rss(long pid) {
        return Pulse.memory(pid, "VmRSS") >> 20;
    }

    private static long count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1L;
    }
}
