package io.imageservice.engine.vips;

import com.sun.management.OperatingSystemMXBean;
import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.Header;
import io.imageservice.engine.HeaderReading;
import io.imageservice.engine.HostileCorpus;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Output;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.PixelBudget;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Resize;
import io.imageservice.engine.choice.Engines;
import io.imageservice.engine.fixtures.Fixtures;
import io.imageservice.engine.header.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Puts the hostile files before the engine, in the child process of [VipsHostileTest]. Prints each
/// case before it begins, and at the end what came of all.
final class HostileRun {
    private static final Duration TIME = Duration.ofSeconds(5);

    /// Less than the service takes: blank pictures of 50 megapixels, into which a flipped bit makes
    /// small ones, only take longer.
    private static final PixelBudget BUDGET = PixelBudget.of(12_000_000, 100);

    private static final int FLIPS = 400;

    private final ImageEngine engine;
    private final Path file;
    private final Map<String, Integer> answers = new LinkedHashMap<>();
    private long slowest;
    private int cases;

    private HostileRun(ImageEngine engine, Path file) {
        this.engine = engine;
        this.file = file;
    }

    public static void main(String[] arguments) throws Exception {
        ImageEngine engine = Engines.choose("vips", EngineSettings.standard());
        HostileRun run = new HostileRun(engine, Path.of(arguments[0]));
        HostileCorpus.files().forEach(file -> run.one(file.name(), file.bytes()));
        run.broken(run.avif());
        System.out.println("slowest " + run.slowest);
        System.out.println("cases " + run.cases);
        System.out.println("answers " + run.answers);
    }

    /// A real one: the corpus has only the shell of it.
    private byte[] avif() throws Exception {
        Files.write(file, Fixtures.stills().get("photo.png"));
        Header header = ((HeaderReading.Recognised) Headers.read(file)).header();
        Rendition avif = new Rendition("p", new Pipeline(List.of(), ImageFormat.AVIF, 60));
        Output output =
                engine.render(file, header, List.of(avif), Deadline.in(TIME)).outputs().getFirst();
        return ((Output.Encoded) output).bytes();
    }

    private void broken(byte[] avif) {
        for (int percent = 0; percent < 100; percent++) {
            one("real avif cut " + percent, Arrays.copyOf(avif, avif.length * percent / 100));
        }
        Random dice = new Random(1);
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = avif.clone();
            for (int bit = 0; bit <= i % 4; bit++) {
                flipped[dice.nextInt(avif.length)] ^= (byte) (1 << dice.nextInt(8));
            }
            one("real avif flipped " + i, flipped);
        }
    }

    private void one(String name, byte[] bytes) {
        System.out.println(name);
        cases++;
        long begin = cpu();
        answers.merge(answer(bytes), 1, Integer::sum);
        slowest = Math.max(slowest, Duration.ofNanos(cpu() - begin).toMillis());
    }

    /// Of the whole process: a busy machine makes no case slower.
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private String answer(byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (Headers.read(file)) {
            case HeaderReading.Unknown unknown -> "unknown";
            case HeaderReading.Broken broken -> "header broken";
            case HeaderReading.Recognised(Header header) ->
                    header.format().video() || BUDGET.refusal(header).isPresent()
                            ? "refused"
                            : rendered(header);
        };
    }

    private String rendered(Header header) {
        List<Rendition> wanted =
                List.of(
                        Rendition.main(),
                        new Rendition(
                                "p2",
                                new Pipeline(List.of(new Resize(30, 30)), ImageFormat.JPEG, 80)));
        try {
            engine.render(file, header, wanted, Deadline.in(TIME));
            return "rendered";
        } catch (EngineFailure failure) {
            return failure.kind().toString();
        }
    }
}
