package io.imageservice.engine.header;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The size of an SVG in CSS pixels: `width` and `height`, else the view box, else 300x150 (what
/// browsers take).
record SvgSize(long width, long height) {
    private static final Pattern LENGTH =
            Pattern.compile("\\+?([0-9]{1,9}(?:\\.[0-9]{1,9})?|\\.[0-9]{1,9})([a-z%]{0,3})");

    static SvgSize of(String tag) {
        String[] box = attribute(tag, "viewBox").orElse("").trim().split("[\\s,]+", 5);
        double boxWidth = box.length == 4 ? length(box[2]).orElse(0.0) : 0;
        double boxHeight = box.length == 4 ? length(box[3]).orElse(0.0) : 0;
        double width = attribute(tag, "width").flatMap(SvgSize::length).orElse(0.0);
        double height = attribute(tag, "height").flatMap(SvgSize::length).orElse(0.0);
        boolean boxed = boxWidth > 0 && boxHeight > 0;
        if (width <= 0 && height <= 0) {
            width = boxed ? boxWidth : 300;
            height = boxed ? boxHeight : 150;
        } else if (width <= 0) {
            width = boxed ? height * boxWidth / boxHeight : height;
        } else if (height <= 0) {
            height = boxed ? width * boxHeight / boxWidth : width;
        }
        return new SvgSize(side(width), side(height));
    }

    private static long side(double value) {
        return (long) Math.clamp(Math.ceil(value), 1, 1e9);
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher found =
                Pattern.compile("(?:^|\\s)" + name + "\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|'([^']*)')")
                        .matcher(tag);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(found.group(1) == null ? found.group(2) : found.group(1));
    }

    /// In pixels of 1/96 inch; nothing for a share of the unknown (`%`, `em`).
    private static Optional<Double> length(String text) {
        Matcher found = LENGTH.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "", "px" -> Optional.of(value);
            case "pt" -> Optional.of(value * 96 / 72);
            case "pc" -> Optional.of(value * 16);
            case "in" -> Optional.of(value * 96);
            case "cm" -> Optional.of(value * 96 / 2.54);
            case "mm" -> Optional.of(value * 96 / 25.4);
            default -> Optional.empty();
        };
    }
}
