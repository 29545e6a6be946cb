package io.imageservice.engine;

import java.util.List;

/// A picture wanted from a source.
///
/// @param name `main`, `100x100`, `p2`, …: unique within a job
public record Rendition(String name, Pipeline pipeline) {
    public static final String MAIN = "main";

    private static final List<Rendition> STANDARD =
            List.of(main(), fitting(100), fitting(300), fitting(1200));

    /// Full size, WebP at quality 80.
    public static Rendition main() {
        return new Rendition(MAIN, Pipeline.main());
    }

    /// `main`, `100x100`, `300x300` and `1200x1200`: what an image gets that asks for nothing else.
    public static List<Rendition> standard() {
        return STANDARD;
    }

    /// Fit inside a square of this side, never enlarged, WebP at quality 80; named `SIDExSIDE`.
    public static Rendition fitting(int side) {
        return new Rendition(
                side + "x" + side, Pipeline.main().with(List.of(new Resize(side, side))));
    }
}
