package io.imageservice.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads the processing language: splits into steps, each into its words, and keeps count of where
/// everything stands so that a mistake can be pointed at.
final class PipelineParser {
    private static final int MAX_TEXT = 2000;
    private static final Set<ImageFormat> OUTPUTS =
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.AVIF);

    private final Presets presets;
    private final List<Step> steps = new ArrayList<>();
    private ImageFormat output = Pipeline.DEFAULT_OUTPUT;
    private int quality = Pipeline.DEFAULT_QUALITY;
    private int count;

    private PipelineParser(Presets presets) {
        this.presets = presets;
    }

    static Pipeline parse(String text, Presets presets) {
        if (text.length() > MAX_TEXT) {
            throw new PipelineException(
                    1, "", "", MAX_TEXT, "longer than %d characters".formatted(MAX_TEXT));
        }
        PipelineParser parser = new PipelineParser(presets);
        parser.readAll(text);
        return new Pipeline(parser.steps, parser.output, parser.quality);
    }

    private void readAll(String text) {
        int position = 0;
        int number = 1;
        for (String piece : text.split("\\|", -1)) {
            read(new StepText(number++, piece, position));
            position += piece.length() + 1;
        }
    }

    private void read(StepText text) {
        if (text.name().equals("preset")) {
            expand(text);
            return;
        }
        if (++count > Pipeline.MAX_STEPS) {
            throw text.wrong("more than %d steps".formatted(Pipeline.MAX_STEPS));
        }
        switch (text.name()) {
            case "format" -> output = format(text);
            case "quality" -> quality = quality(text);
            default -> steps.add(StepParser.parse(text));
        }
    }

    private void expand(StepText text) {
        text.arguments(1, 1);
        String body =
                presets.text(text.argument(0))
                        .orElseThrow(() -> text.wrongArgument(0, "no such preset"));
        for (String piece : body.split("\\|", -1)) {
            read(text.standingFor(piece));
        }
    }

    private static ImageFormat format(StepText text) {
        text.arguments(1, 1);
        String name = text.argument(0);
        return ImageFormat.ofExtension(name)
                .filter(OUTPUTS::contains)
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .orElseThrow(() -> text.wrongArgument(0, "not one of jpeg, png, webp, avif"));
    }

    private static int quality(StepText text) {
        text.arguments(1, 1);
        return text.integer(0, 1, 100);
    }
}
