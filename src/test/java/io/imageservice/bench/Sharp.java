package io.imageservice.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// sharp in a process of its own, which is asked one work at a time.
///
/// It is installed by npm into the folder given, once. Its libvips is there too, by the name our
/// engine looks for: with `LD_LIBRARY_PATH` set to that folder both use the same library.
final class Sharp implements Contender, AutoCloseable {
    private static final String VERSION = "^0.35";

    private final Process node;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final Path folder;

    private Sharp(Path folder, Process node) {
        this.folder = folder;
        this.node = node;
        this.answers = node.inputReader(StandardCharsets.UTF_8);
        this.questions = node.outputWriter(StandardCharsets.UTF_8);
    }

    static Sharp start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (!Files.isDirectory(folder.resolve("node_modules/sharp"))) {
            Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
            command(folder, "npm", "install", "--no-audit", "--no-fund", "sharp@" + VERSION);
        }
        linkLibrary(folder);
        try (InputStream script = Sharp.class.getResourceAsStream("/bench/sharp.mjs")) {
            Files.write(folder.resolve("sharp.mjs"), script.readAllBytes());
        }
        ProcessBuilder node = new ProcessBuilder("node", "sharp.mjs").directory(folder.toFile());
        node.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new Sharp(folder, node.start());
    }

    private static void linkLibrary(Path folder) throws IOException {
        Path link = Files.createDirectories(folder.resolve("libvips")).resolve("libvips.so.42");
        Files.deleteIfExists(link);
        try (Stream<Path> files = Files.walk(folder.resolve("node_modules/@img"))) {
            Optional<Path> library =
                    files.filter(file -> file.getFileName().toString().startsWith("libvips-cpp.so"))
                            .findFirst();
            if (library.isPresent()) {
                Files.createSymbolicLink(link, library.get().toAbsolutePath());
            }
        }
    }

    private static void command(Path folder, String... command)
            throws IOException, InterruptedException {
        int status =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }

    @Override
    public String name() {
        return "sharp";
    }

    String versions() throws IOException {
        return ask("versions");
    }

    /// Answers `micros count`; the outputs are then in the folder, numbered.
    @Override
    public Run run(Path input, Work work) throws IOException {
        String format = work.format().extension().replace("jpg", "jpeg");
        String[] answer =
                ask(input.toAbsolutePath() + "\t" + format + "\t" + work.sides()).split(" ", -1);
        List<byte[]> outputs = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(answer[1]); i++) {
            outputs.add(Files.readAllBytes(folder.resolve("out-" + i)));
        }
        return new Run(Long.parseLong(answer[0]) * 1000, outputs);
    }

    private String ask(String question) throws IOException {
        questions.write(question);
        questions.newLine();
        questions.flush();
        String answer = answers.readLine();
        if (answer == null || answer.startsWith("!")) {
            throw new IOException("sharp: " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        node.destroy();
    }
}
