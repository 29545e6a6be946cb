package io.imageservice.engine.vips;

import io.imageservice.engine.Capabilities;
import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.EngineSettings;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.ImageFormat;
import io.imageservice.engine.Rendered;
import io.imageservice.engine.Rendition;
import io.imageservice.engine.raster.Mark;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The engine on libvips.
///
/// What libvips may not read here (BMP) is left to another engine.
public final class VipsEngine implements ImageEngine {
    public static final String ABSENT = "libvips.so.42 of version 8.13 or later is not there";

    private final VipsLibrary library;
    private final ImageEngine rest;
    private final VipsWriter writer;
    private final Mark mark;
    private final Watchdog watchdog = new Watchdog();
    private final Set<ImageFormat> reads;

    private VipsEngine(VipsLibrary library, EngineSettings settings, Mark mark, ImageEngine rest) {
        this.library = library;
        this.rest = rest;
        this.writer = new VipsWriter(settings, library.withoutMetadata());
        this.mark = mark;
        this.reads = library.reads();
    }

    /// The engine, if this machine has a libvips of at least 8.13.
    ///
    /// @param rest renders what libvips may not read
    public static Optional<VipsEngine> find(EngineSettings settings, Mark mark, ImageEngine rest) {
        return VipsLibrary.get().map(library -> new VipsEngine(library, settings, mark, rest));
    }

    @Override
    public String name() {
        return "vips";
    }

    @Override
    public Capabilities capabilities() {
        Set<ImageFormat> all = EnumSet.copyOf(reads);
        all.addAll(rest.capabilities().reads());
        return new Capabilities(all, library.writes(), true);
    }

    @Override
    public Rendered render(Path source, Header header, List<Rendition> wanted, Deadline deadline)
            throws EngineFailure {
        if (!reads.contains(header.format())) {
            return rest.render(source, header, wanted, deadline);
        }
        try (VipsJob job = new VipsJob(deadline);
                Watchdog.Watch watch = watchdog.over(job, deadline)) {
            VipsSource from = new VipsSource(job, header, job.read(source));
            return new VipsRenderer(job, from, header, mark, writer).render(wanted);
        }
    }

    @Override
    public long pixelsNeeded(Header header, List<Rendition> wanted) {
        return reads.contains(header.format())
                ? VipsMemory.pixels(header, wanted)
                : rest.pixelsNeeded(header, wanted);
    }
}
