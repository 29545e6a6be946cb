package io.imageservice.engine.imageio;

import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Resize;
import io.imageservice.engine.Size;
import io.imageservice.engine.Step;
import io.imageservice.engine.Thumbnail;
import java.util.List;

/// What must be kept of a picture while it is decoded, so that everything wanted can be made of it.
///
/// @param base the upright size of the largest picture needed; the whole where something needs it
/// @param planes whether a full-size WebP is wanted and nothing needs the whole picture as pixels
record Plan(Size base, boolean planes) {
    /// Placeholder and hashes are taken from a picture of this size.
    static final int LOOK = 100;

    static Plan of(Header header, List<Rendition> wanted) {
        Size upright = header.upright();
        Size base = upright.inside(LOOK, LOOK);
        boolean planes = false;
        for (Rendition rendition : wanted) {
            if (fullWebp(rendition.pipeline())) {
                planes = true;
            } else {
                Size needed = needed(rendition.pipeline(), upright);
                base = needed.pixels() > base.pixels() ? needed : base;
            }
        }
        return new Plan(base, planes && !base.equals(upright));
    }

    /// The full-size WebP, made straight of luma and chroma.
    static boolean fullWebp(Pipeline pipeline) {
        return pipeline.steps().isEmpty() && pipeline.output() == ImageFormat.WEBP;
    }

    /// The size a pipeline can begin from: what its first step scales to, or the whole.
    static Size needed(Pipeline pipeline, Size upright) {
        Step first = pipeline.steps().isEmpty() ? null : pipeline.steps().getFirst();
        return switch (first) {
            case Resize resize -> resize.after(upright);
            case Thumbnail thumbnail -> thumbnail.scaled(upright);
            case null, default -> upright;
        };
    }
}
