package io.imageservice.engine;

import java.util.List;
import java.util.stream.Collectors;

/// What to do to a picture, in order, and what to write it as.
///
/// @param steps at most [#MAX_STEPS]
/// @param output JPEG, PNG, WEBP or AVIF
/// @param quality 1 to 100; PNG does not use it
public record Pipeline(List<Step> steps, ImageFormat output, int quality) {
    public static final int MAX_STEPS = 10;

    /// The longest side a step may ask for, in pixels.
    public static final int MAX_SIDE = 8192;

    static final ImageFormat DEFAULT_OUTPUT = ImageFormat.WEBP;
    static final int DEFAULT_QUALITY = 80;

    public Pipeline {
        steps = List.copyOf(steps);
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "steps are not at most %d: %d".formatted(MAX_STEPS, steps.size()));
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is not in 1..100: " + quality);
        }
    }

    /// Nothing done to it: full size, WebP at quality 80.
    public static Pipeline main() {
        return new Pipeline(List.of(), DEFAULT_OUTPUT, DEFAULT_QUALITY);
    }

    /// Reads `step|step|…` as 2-http-api.md defines it.
    ///
    /// @throws PipelineException naming step, argument and position of the first mistake
    public static Pipeline parse(String text, Presets presets) {
        return PipelineParser.parse(text, presets);
    }

    public Pipeline with(List<Step> others) {
        return new Pipeline(others, output, quality);
    }

    public Pipeline as(ImageFormat other, int otherQuality) {
        return new Pipeline(steps, other, otherQuality);
    }

    /// The size that comes out for an upright source of this size.
    public Size after(Size source) {
        Size size = source;
        for (Step step : steps) {
            size = step.after(size);
        }
        return size;
    }

    /// The one spelling of this pipeline: parsing it gives an equal one.
    public String canonical() {
        String done =
                steps.stream().map(step -> step.canonical() + "|").collect(Collectors.joining());
        return done
                + "format:"
                + output.name().toLowerCase(java.util.Locale.ROOT)
                + "|quality:"
                + quality;
    }
}
