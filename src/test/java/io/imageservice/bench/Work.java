package io.imageservice.bench;

import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Resize;
import java.util.List;
import java.util.stream.IntStream;

/// The works compared: the same sizes, formats, quality 80 and effort 4 for everyone.
///
/// @param name as `sharp.mjs` knows it
/// @param sides of the boxes fitted into; 0 for full size
/// @param goals the ratio to sharp asked for, vips first, then imageio
record Work(String name, ImageFormat format, List<Integer> sides, double vips, double imageio) {
    static final List<Work> ALL =
            List.of(
                    new Work("webp-set", ImageFormat.WEBP, List.of(100, 300, 1200), 0.95, 1.15),
                    new Work("jpeg-set", ImageFormat.JPEG, List.of(100, 300, 1200), 0.95, 1.6),
                    new Work("webp-full", ImageFormat.WEBP, List.of(0), 1.0, 1.05),
                    new Work("jpeg-512", ImageFormat.JPEG, List.of(512), 1.05, 2.0));

    double goal(String engine) {
        return engine.equals("vips") ? vips : imageio;
    }

    List<Rendition> renditions() {
        return IntStream.range(0, sides.size())
                .mapToObj(i -> new Rendition("r" + i, pipeline(sides.get(i))))
                .toList();
    }

    private Pipeline pipeline(int side) {
        return new Pipeline(side == 0 ? List.of() : List.of(new Resize(side, side)), format, 80);
    }
}
