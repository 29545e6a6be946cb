package io.imageservice.bench;

import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.choice.Engines;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Our engines beside sharp: the same inputs, one thread each, turn by turn, so that what else the
/// machine does falls on all alike. Prints a table in Markdown.
///
/// Arguments: rounds (default 7), then names of contenders to leave out. Photographs come from the
/// folder `PHOTOS`, else generated ones are used.
public final class EngineBench {
    private static final int WARM_UP = 3;

    private final List<Contender> contenders;
    private final int rounds;

    private EngineBench(List<Contender> contenders, int rounds) {
        this.contenders = contenders;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        Path target = Path.of("target/bench");
        List<Path> inputs = inputs(target);
        try (Sharp sharp = Sharp.start(target)) {
            List<Contender> contenders = new ArrayList<>();
            for (String name : List.of("vips", "imageio")) {
                engine(name).ifPresent(contenders::add);
            }
            contenders.add(sharp);
            System.out.println(
                    sharp.versions() + "; " + inputs.size() + " inputs, " + rounds + " rounds");
            System.out.println(BenchTable.HEAD);
            for (Work work : Work.ALL) {
                new EngineBench(contenders, rounds).compare(work, inputs);
            }
        }
    }

    private static java.util.Optional<Contender> engine(String name) {
        try {
            ImageEngine engine = Engines.choose(name, EngineSettings.standard());
            return java.util.Optional.of(new Ours(engine));
        } catch (IllegalStateException absent) {
            System.out.println(name + " is left out: " + absent.getMessage());
            return java.util.Optional.empty();
        }
    }

    private void compare(Work work, List<Path> inputs) throws Exception {
        BenchTable table = new BenchTable(work);
        for (Path input : inputs) {
            BufferedImage original = Objects.requireNonNull(ImageIO.read(input.toFile()));
            for (int round = -WARM_UP; round < rounds; round++) {
                for (Contender contender : contenders) {
                    Contender.Run run = contender.run(input, work);
                    if (round >= 0) {
                        table.add(contender.name(), input, run.millis());
                    }
                    if (round == 0) {
                        table.add(contender.name(), original, run.outputs());
                    }
                }
            }
        }
        System.out.print(table);
    }

    private static List<Path> inputs(Path target) throws Exception {
        String photos = System.getenv("PHOTOS");
        if (photos == null) {
            return GeneratedPhotos.in(target);
        }
        try (Stream<Path> files = Files.list(Path.of(photos))) {
            return files.filter(file -> file.getFileName().toString().matches("(clic|large).*jpg"))
                    .sorted()
                    .toList();
        }
    }
}
