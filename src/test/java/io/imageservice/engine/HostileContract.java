package io.imageservice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.engine.HostileCorpus.Hostile;
import io.imageservice.engine.header.Headers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whatever the bytes are, an engine answers: with a result or a typed failure, in time, and within
/// the memory its permit stands for.
@Execution(ExecutionMode.CONCURRENT)
public abstract class HostileContract {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /// On top of the deadline: a stage once begun may end (a full-size encode takes some seconds).
    private static final Duration GRACE = Duration.ofSeconds(10);

    /// What a job may allocate on the heap beside its pixels, all of it counted, garbage too. The
    /// corpus's pictures are small; codecs' tables and buffers are most of this.
    private static final long BESIDE = 24 << 20;

    private static final PixelBudget BUDGET = PixelBudget.of(50_000_000, 100);
    private static final List<Rendition> WANTED =
            List.of(Rendition.main(), Rendition.fitting(100), Rendition.fitting(30));

    @TempDir Path folder;

    protected abstract ImageEngine engine();

    @Test
    void answersEveryHostileFile() throws IOException {
        List<Hostile> files = HostileCorpus.files();
        List<String> wrong = new ArrayList<>();
        int rendered = 0;
        int refused = 0;
        for (Hostile file : files) {
            Path path = Files.write(folder.resolve("hostile"), file.bytes());
            switch (Headers.read(path)) {
                case HeaderReading.Recognised(Header header)
                        when BUDGET.refusal(header).isEmpty() -> {
                    rendered += render(path, header, file.name(), wrong) ? 1 : 0;
                }
                default -> refused++;
            }
        }

        assertTrue(files.size() >= 5000, "only " + files.size() + " cases");
        assertEquals(List.of(), wrong);
        assertTrue(
                rendered > 100 && refused > 100, rendered + " rendered, " + refused + " refused");
    }

    private boolean render(Path path, Header header, String name, List<String> wrong) {
        long allocated = allocated();
        long began = System.nanoTime();
        boolean done = false;
        try {
            Rendered result = engine().render(path, header, WANTED, Deadline.in(DEADLINE));
            done = result.outputs().size() == WANTED.size();
            if (!done) {
                wrong.add(name + ": renditions are missing");
            }
        } catch (EngineFailure expected) {
            done = false;
        } catch (RuntimeException | Error e) {
            wrong.add(name + ": " + e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(DEADLINE.plus(GRACE)) > 0) {
            wrong.add(name + ": took " + took);
        }
        long most = BESIDE + 4 * engine().pixelsNeeded(header, WANTED);
        long used = allocated() - allocated;
        if (used > most) {
            wrong.add("%s: allocated %d, at most %d".formatted(name, used, most));
        }
        return done;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
