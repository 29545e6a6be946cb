package io.imageservice.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The figures of one work: for each contender the median over the inputs of the median over the
/// rounds, and of the ratio to sharp on the same input.
final class BenchTable {
    static final String HEAD =
            """
            | work | by | CPU ms | ratio to sharp | goal | bytes | SSIM |
            |---|---|---|---|---|---|---|\
            """;

    private final Work work;
    private final Map<String, Map<Path, List<Double>>> millis = new LinkedHashMap<>();
    private final Map<String, List<Double>> ssim = new LinkedHashMap<>();
    private final Map<String, List<Double>> bytes = new LinkedHashMap<>();

    BenchTable(Work work) {
        this.work = work;
    }

    void add(String name, Path input, double spent) {
        millis.computeIfAbsent(name, any -> new LinkedHashMap<>())
                .computeIfAbsent(input, any -> new ArrayList<>())
                .add(spent);
    }

    void add(String name, BufferedImage original, List<byte[]> outputs) throws IOException {
        double size = 0;
        for (byte[] output : outputs) {
            size += output.length;
            ssim.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(Similarity.ssim(original, output));
        }
        bytes.computeIfAbsent(name, any -> new ArrayList<>()).add(size);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        for (String name : millis.keySet()) {
            table.append(line(name)).append('\n');
        }
        return table.toString();
    }

    private String line(String name) {
        List<Double> spent = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        millis.get(name)
                .forEach((input, times) -> {
                    spent.add(median(times));
                    ratios.add(median(times) / median(millis.get("sharp").get(input)));
                });
        String goal = name.equals("sharp") ? "" : "≤ " + work.goal(name);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.2f | %s | %.0f | %.4f |",
                work.name(),
                name,
                median(spent),
                median(ratios),
                goal,
                median(bytes.get(name)),
                median(ssim.get(name)));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
