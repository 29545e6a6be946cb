package io.imageservice.engine;

import java.util.Optional;

/// Makes a step of its text.
final class StepParser {
    private StepParser() {}

    static Step parse(StepText text) {
        return switch (text.name()) {
            case "resize" -> resize(text);
            case "thumbnail" -> thumbnail(text);
            case "crop" -> crop(text);
            case "watermark" -> watermark(text);
            case "rotate" -> rotate(text);
            case "blur" -> blur(text);
            case "flip" -> bare(text, new Flip());
            case "flop" -> bare(text, new Flop());
            case "grayscale" -> bare(text, new Grayscale());
            case "sharpen" -> bare(text, new Sharpen());
            default -> throw text.wrong(text.text().isEmpty() ? "empty step" : "no such step");
        };
    }

    private static Step bare(StepText text, Step step) {
        text.arguments(0, 0);
        return step;
    }

    private static Step resize(StepText text) {
        text.arguments(1, 1);
        String[] sides = sides(text);
        if (sides[0].isEmpty() && sides[1].isEmpty()) {
            throw text.wrongArgument(0, "neither width nor height");
        }
        return new Resize(
                sides[0].isEmpty() ? 0 : side(text, sides[0]),
                sides[1].isEmpty() ? 0 : side(text, sides[1]));
    }

    private static Step thumbnail(StepText text) {
        text.arguments(1, 1);
        String[] sides = sides(text);
        return new Thumbnail(side(text, sides[0]), side(text, sides[1]));
    }

    private static Step crop(StepText text) {
        text.arguments(1, 2);
        String[] sides = sides(text);
        Gravity gravity = text.has(1) ? gravity(text, 1) : Gravity.CENTER;
        return new Crop(side(text, sides[0]), side(text, sides[1]), gravity);
    }

    private static Step watermark(StepText text) {
        text.arguments(0, 3);
        Watermark mark = Watermark.standard();
        Optional<Gravity> position = mark.position();
        if (text.has(0)) {
            boolean tile = text.argument(0).equals(Watermark.TILE);
            position = tile ? Optional.empty() : Optional.of(gravity(text, 0));
        }
        double opacity = text.has(1) ? text.decimal(1) : mark.opacity();
        if (opacity > 1) {
            throw text.wrongArgument(1, "opacity is not in 0..1");
        }
        double scale = text.has(2) ? text.decimal(2) : mark.scale();
        if (scale <= 0 || scale > 1) {
            throw text.wrongArgument(2, "scale is not above 0 and at most 1");
        }
        return new Watermark(position, opacity, scale);
    }

    private static Step rotate(StepText text) {
        text.arguments(1, 1);
        return switch (text.argument(0)) {
            case "90", "180", "270" -> new Rotate(Integer.parseInt(text.argument(0)));
            default -> throw text.wrongArgument(0, "not 90, 180 or 270");
        };
    }

    private static Step blur(StepText text) {
        text.arguments(1, 1);
        double sigma = text.decimal(0);
        if (sigma < Blur.LEAST || sigma > Blur.MOST) {
            throw text.wrongArgument(0, "sigma is not in 0.3..100");
        }
        return new Blur(sigma);
    }

    private static Gravity gravity(StepText text, int index) {
        return Gravity.named(text.argument(index))
                .orElseThrow(() -> text.wrongArgument(index, "no such position"));
    }

    private static String[] sides(StepText text) {
        String[] sides = text.argument(0).split("x", -1);
        if (sides.length != 2) {
            throw text.wrongArgument(0, "not WIDTHxHEIGHT");
        }
        return sides;
    }

    private static int side(StepText text, String digits) {
        return text.integer(0, digits, 1, Pipeline.MAX_SIDE);
    }
}
