package io.imageservice.engine.vips;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Size;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.Scaler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The original, scaled: upright, sRGB, in memory. Smaller ones are made from larger ones, so that
/// a set asked for from large to small decodes once.
final class VipsBases {
    /// A base is scaled from one at least this much larger: closer ones would soften it twice.
    private static final double CLOSEST = 2;

    /// In pixels. A larger original is not held whole for the sake of the smaller renditions:
    /// decoding it again, to less, takes less memory.
    private static final long LARGEST_KEPT = 16_000_000;

    /// Per pixel and direction.
    private static final int SAMPLES = 2;

    private final VipsSource source;
    private final List<VipsImage> made = new ArrayList<>();

    VipsBases(VipsSource source) {
        this.source = source;
    }

    /// @param size upright
    VipsImage at(Size size) throws EngineFailure {
        VipsImage larger = larger(size);
        if (larger != null && larger.size().equals(size)) {
            return larger;
        }
        VipsImage base = larger == null ? decoded(size) : VipsScaling.to(larger, size).inMemory();
        if (base.size().pixels() <= LARGEST_KEPT) {
            made.add(base);
        }
        return base;
    }

    /// At this size or a little softer or rougher, for whoever only looks at it: from a sample of
    /// the pixels where there are many, as scaling a large base costs more than a small rendition.
    Pixels roughly(Size size) throws EngineFailure {
        VipsImage from = larger(size);
        from = from == null ? at(size) : from;
        int across = Math.max(1, from.width() / (SAMPLES * size.width()));
        int down = Math.max(1, from.height() / (SAMPLES * size.height()));
        VipsImage sampled =
                across * down == 1
                        ? from
                        : from.as("input", "subsample")
                                .options("point=true,xfac=%d,yfac=%d".formatted(across, down))
                                .out();
        return Scaler.scale(sampled.pixels(), size);
    }

    private @Nullable VipsImage larger(Size size) {
        List<VipsImage> enough =
                made.stream()
                        .filter(base -> base.width() >= size.width())
                        .filter(base -> base.height() >= size.height())
                        .sorted(Comparator.comparingLong(base -> base.size().pixels()))
                        .toList();
        return enough.stream()
                .filter(base -> base.size().equals(size) || wellAbove(base, size))
                .findFirst()
                .orElse(enough.isEmpty() ? null : enough.getLast());
    }

    private static boolean wellAbove(VipsImage base, Size size) {
        return base.width() >= CLOSEST * size.width() && base.height() >= CLOSEST * size.height();
    }

    private VipsImage decoded(Size upright) throws EngineFailure {
        int orientation = source.orientation();
        Size stored = orientation >= 5 ? upright.turned() : upright;
        VipsImage loaded = source.covering(stored);
        VipsImage scaled =
                VipsColour.beforeScaling(loaded)
                        ? VipsScaling.to(VipsColour.srgb(loaded), stored)
                        : VipsColour.srgb(VipsScaling.to(loaded, stored));
        if (orientation == 1) {
            return stored.pixels() > LARGEST_KEPT ? scaled : scaled.inMemory();
        }
        return VipsOrientation.upright(scaled.inMemory(), orientation).inMemory();
    }
}
