package io.imageservice.engine;

import java.util.Optional;

/// How large a picture may be, judged from its header.
///
/// @param maxPixels width x height x frames
/// @param maxFrames of an animation
/// @param maxSide the longer side in pixels
public record PixelBudget(long maxPixels, int maxFrames, int maxSide) {
    /// No format of ours but PNG, SVG and video can even say more.
    private static final int WIDEST = 65_535;

    public PixelBudget {
        if (maxPixels < 1 || maxFrames < 1 || maxSide < 1) {
            throw new IllegalArgumentException(
                    "a limit is not at least 1: %d pixels, %d frames, side %d"
                            .formatted(maxPixels, maxFrames, maxSide));
        }
    }

    public static PixelBudget of(long maxPixels, int maxFrames) {
        return new PixelBudget(maxPixels, maxFrames, WIDEST);
    }

    /// 50 megapixels and 100 frames.
    public static PixelBudget standard() {
        return of(50_000_000, 100);
    }

    /// Why the picture is too large, or nothing. Video is never decoded and so never too large.
    public Optional<String> refusal(Header header) {
        if (header.format().video()) {
            return Optional.empty();
        }
        if (header.frames() > maxFrames) {
            return Optional.of("%d frames, at most %d".formatted(header.frames(), maxFrames));
        }
        if (header.size().longer() > maxSide) {
            return Optional.of("%s pixels, a side of at most %d".formatted(header.size(), maxSide));
        }
        if (header.pixels() > maxPixels) {
            return Optional.of(
                    "%s pixels, %d frames: %d in all, at most %d"
                            .formatted(header.size(), header.frames(), header.pixels(), maxPixels));
        }
        return Optional.empty();
    }
}
