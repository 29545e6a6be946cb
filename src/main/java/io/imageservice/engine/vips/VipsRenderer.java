package io.imageservice.engine.vips;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Look;
import io.imageservice.engine.Output;
import io.imageservice.engine.Pipeline;
import io.imageservice.engine.Rendered;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.Resize;
import io.imageservice.engine.Size;
import io.imageservice.engine.Step;
import io.imageservice.engine.Thumbnail;
import io.imageservice.engine.raster.Looks;
import io.imageservice.engine.raster.Mark;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.Steps;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Renders one original: from the largest rendition to the smallest, so that one decode serves all.
///
/// libvips decodes, converts colours, scales and encodes. The steps after the first scaling are the
/// same code as in the other engine, so that their results are the same to the bit.
final class VipsRenderer {
    private static final Resize LOOKED_AT = new Resize(100, 100);

    private final VipsJob job;
    private final VipsSource source;
    private final Header header;
    private final Mark mark;
    private final VipsWriter writer;
    private final VipsBases bases;
    private final Map<Key, Output.Encoded> done = new HashMap<>();

    /// Two renditions of the same content, such as `main` and `1200x1200` of a small original, are
    /// encoded once.
    private record Key(Size start, List<Step> rest, ImageFormat format, int quality) {}

    VipsRenderer(VipsJob job, VipsSource source, Header header, Mark mark, VipsWriter writer) {
        this.job = job;
        this.source = source;
        this.header = header;
        this.mark = mark;
        this.writer = writer;
        this.bases = new VipsBases(source);
    }

    Rendered render(List<Rendition> wanted) throws EngineFailure {
        List<Rendition> largestFirst =
                wanted.stream()
                        .sorted(Comparator.comparingLong(r -> -start(r.pipeline()).pixels()))
                        .toList();
        Map<String, Output> outputs = new HashMap<>();
        for (Rendition rendition : largestFirst) {
            outputs.put(rendition.name(), output(rendition));
        }
        Look look = Looks.of(bases.roughly(LOOKED_AT.after(header.upright())));
        return new Rendered(wanted.stream().map(r -> outputs.get(r.name())).toList(), look);
    }

    private Output output(Rendition rendition) throws EngineFailure {
        Pipeline pipeline = rendition.pipeline();
        boolean whole = pipeline.steps().isEmpty() && pipeline.output() == ImageFormat.WEBP;
        if (header.animated() && whole) {
            return encoded(rendition, VipsColour.srgb(source.frames()));
        }
        Key key = new Key(start(pipeline), rest(pipeline), pipeline.output(), pipeline.quality());
        Output.Encoded there = done.get(key);
        if (there == null) {
            there = encoded(rendition, stepped(key));
            done.put(key, there);
        }
        return new Output.Encoded(
                rendition.name(), there.format(), there.width(), there.height(), there.bytes());
    }

    private Output.Encoded encoded(Rendition rendition, VipsImage image) throws EngineFailure {
        Size size = image.pageSize();
        byte[] bytes = writer.write(image, rendition.pipeline());
        return new Output.Encoded(
                rendition.name(),
                rendition.pipeline().output(),
                size.width(),
                size.height(),
                bytes);
    }

    private VipsImage stepped(Key key) throws EngineFailure {
        VipsImage base = bases.at(key.start());
        if (key.rest().isEmpty()) {
            return base;
        }
        Pixels pixels = base.pixels();
        for (Step step : key.rest()) {
            job.check();
            pixels = Steps.apply(step, pixels, mark);
        }
        return VipsImage.of(job, pixels);
    }

    /// The steps after a leading resize: that one is all in the size the original is scaled to.
    private static List<Step> rest(Pipeline pipeline) {
        List<Step> steps = pipeline.steps();
        boolean resized = !steps.isEmpty() && steps.getFirst() instanceof Resize;
        return resized ? steps.subList(1, steps.size()) : steps;
    }

    private Size start(Pipeline pipeline) {
        return start(pipeline, header.upright());
    }

    /// The size a pipeline wants the original scaled to before anything else is done to it.
    static Size start(Pipeline pipeline, Size upright) {
        if (pipeline.steps().isEmpty()) {
            return upright;
        }
        return switch (pipeline.steps().getFirst()) {
            case Resize resize -> resize.after(upright);
            case Thumbnail thumbnail -> thumbnail.scaled(upright);
            default -> upright;
        };
    }
}
