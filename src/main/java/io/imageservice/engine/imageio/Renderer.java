package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
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
import io.imageservice.engine.raster.Looks;
import io.imageservice.engine.raster.Mark;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.Steps;
import io.imageservice.engine.raster.Yuv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes everything wanted of one decoded picture: large ones first, small ones from those.
final class Renderer {
    private final Header header;
    private final Intake intake;
    private final Encoders encoders;
    private final Mark mark;
    private final Map<Key, Output.Encoded> done = new HashMap<>();

    /// Two renditions of the same content, such as `main` and `1200x1200` of a small source, are
    /// encoded once.
    private record Key(Size size, List<Step> rest, ImageFormat format, int quality) {}

    Renderer(Header header, Intake intake, Encoders encoders, Mark mark) {
        this.header = header;
        this.intake = intake;
        this.encoders = encoders;
        this.mark = mark;
    }

    static boolean kept(Header header, Rendition rendition) {
        return header.animated() && Plan.fullWebp(rendition.pipeline());
    }

    Rendered render(List<Rendition> wanted, Deadline deadline) throws EngineFailure {
        Pixels whole = intake.base();
        Bases bases = new Bases(whole);
        Map<String, Output> outputs = new HashMap<>();
        List<Rendition> largestFirst = new ArrayList<>(wanted);
        largestFirst.sort(Comparator.comparingLong(r -> -needed(r).pixels()));
        for (Rendition rendition : largestFirst) {
            deadline.check();
            outputs.put(rendition.name(), output(rendition, bases));
        }
        List<Output> ordered = new ArrayList<>();
        for (Rendition rendition : wanted) {
            Output output = outputs.get(rendition.name());
            if (output != null) {
                ordered.add(output);
            }
        }
        Look look = Looks.of(bases.of(header.upright().inside(Plan.LOOK, Plan.LOOK)));
        return new Rendered(ordered, look);
    }

    private Size needed(Rendition rendition) {
        return Plan.needed(rendition.pipeline(), header.upright());
    }

    private Output output(Rendition rendition, Bases bases) throws EngineFailure {
        if (kept(header, rendition)) {
            return new Output.Kept(rendition.name(), "an animation this engine cannot write");
        }
        Pipeline pipeline = rendition.pipeline();
        Size size = needed(rendition);
        Key key =
                new Key(
                        size,
                        rest(pipeline),
                        pipeline.output(),
                        pipeline.output() == ImageFormat.PNG ? 0 : pipeline.quality());
        Output.Encoded there = done.get(key);
        if (there == null) {
            there = encode(rendition, bases);
            done.put(key, there);
        }
        return new Output.Encoded(
                rendition.name(), there.format(), there.width(), there.height(), there.bytes());
    }

    /// The steps after a leading resize: that one is all in the size.
    private static List<Step> rest(Pipeline pipeline) {
        List<Step> steps = pipeline.steps();
        boolean resized = !steps.isEmpty() && steps.getFirst() instanceof Resize;
        return resized ? steps.subList(1, steps.size()) : steps;
    }

    private Output.Encoded encode(Rendition rendition, Bases bases) throws EngineFailure {
        Pipeline pipeline = rendition.pipeline();
        if (Plan.fullWebp(pipeline)) {
            Yuv yuv = intake.planes(bases.largest());
            return encoded(rendition, yuv.size(), encoders.webp(yuv, pipeline.quality()));
        }
        Pixels pixels = bases.of(needed(rendition));
        for (Step step : pipeline.steps()) {
            pixels = Steps.apply(step, pixels, mark);
        }
        byte[] bytes = encoders.encode(pixels, pipeline.output(), pipeline.quality());
        return encoded(rendition, pixels.size(), bytes);
    }

    private static Output.Encoded encoded(Rendition rendition, Size size, byte[] bytes) {
        return new Output.Encoded(
                rendition.name(),
                rendition.pipeline().output(),
                size.width(),
                size.height(),
                bytes);
    }
}
