package io.imageservice.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An `Accept` header (RFC 9110, section 12.5.1). What cannot be read counts as absent.
record MediaRanges(List<Range> ranges) {
    record Range(String type, String subtype, double quality) {
        boolean covers(String mediaType) {
            int slash = mediaType.indexOf('/');
            return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                    && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
        }

        int exactness() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
        }
    }

    static MediaRanges of(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        if (header != null) {
            for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
                add(ranges, part.split(";"));
            }
        }
        return new MediaRanges(ranges);
    }

    /// How much a media type is wanted, 0 to 1: the most exact range that covers it decides; 1 for
    /// everything when the header said nothing.
    double quality(String mediaType) {
        if (ranges.isEmpty()) {
            return 1;
        }
        Range best = null;
        for (Range range : ranges) {
            if (range.covers(mediaType) && (best == null || range.exactness() > best.exactness())) {
                best = range;
            }
        }
        return best == null ? 0 : best.quality();
    }

    /// Whether metadata is asked for: JSON is named, and no image type is ranked above it.
    boolean wantsJson() {
        double json = most("application", "json");
        return json > 0
                && ranges.stream().allMatch(r -> !r.type().equals("image") || r.quality() <= json);
    }

    private double most(String type, String subtype) {
        return ranges.stream()
                .filter(r -> r.type().equals(type) && r.subtype().equals(subtype))
                .mapToDouble(Range::quality)
                .max()
                .orElse(0);
    }

    private static void add(List<Range> ranges, String[] parts) {
        String[] names = parts[0].strip().split("/");
        if (names.length != 2) {
            return;
        }
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                quality = number(parameter.substring(2));
            }
        }
        ranges.add(new Range(names[0], names[1], quality));
    }

    private static double number(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0, 1);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
