package io.imageservice.engine.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Size;
import io.imageservice.engine.raster.Pixels;
import java.lang.foreign.MemorySegment;

/// A picture within a job: as a rule not pixels but a recipe, worked off when something reads it.
/// One that comes from a loader is read once, from top to bottom.
record VipsImage(VipsJob job, MemorySegment pointer) {
    /// `VipsBandFormat`.
    static final int UCHAR = 0;

    int width() {
        return LibVips.WIDTH.call(pointer);
    }

    int height() {
        return LibVips.HEIGHT.call(pointer);
    }

    Size size() {
        return new Size(width(), height());
    }

    /// Of one frame, where several lie one below the other.
    Size pageSize() {
        return new Size(width(), LibVips.PAGE_HEIGHT.call(pointer));
    }

    int bands() {
        return LibVips.BANDS.call(pointer);
    }

    boolean hasAlpha() {
        return LibVips.HAS_ALPHA.call(pointer) != 0;
    }

    boolean has(String metadata) {
        return !LibVips.isNull(LibVips.META_TYPE.call(pointer, job.text(metadata)));
    }

    /// A copy of pixels of ours.
    static VipsImage of(VipsJob job, Pixels pixels) throws EngineFailure {
        MemorySegment data = job.copy(pixels.data());
        MemorySegment image =
                LibVips.FROM_MEMORY.call(
                        data,
                        data.byteSize(),
                        pixels.width(),
                        pixels.height(),
                        pixels.channels(),
                        UCHAR);
        if (LibVips.isNull(image)) {
            throw job.failed("pixels");
        }
        // Bytes from nowhere have no meaning to libvips until they are said to be colours.
        return new VipsImage(job, job.own(image)).apply("copy", "interpretation=srgb");
    }

    /// The operation that takes this picture as its `in`.
    VipsOperation to(String operation) throws EngineFailure {
        return as("in", operation);
    }

    VipsOperation as(String property, String operation) throws EngineFailure {
        return new VipsOperation(job, operation).image(property, this);
    }

    VipsImage apply(String operation, String options) throws EngineFailure {
        return to(operation).options(options).out();
    }

    VipsImage apply(String operation) throws EngineFailure {
        return apply(operation, "");
    }

    /// The pixels, worked off now; can then be read in any order, and again.
    VipsImage inMemory() throws EngineFailure {
        job.check();
        MemorySegment copy = LibVips.COPY_MEMORY.call(pointer);
        if (LibVips.isNull(copy)) {
            throw job.failed("pixels");
        }
        return new VipsImage(job, job.own(copy));
    }

    /// The pixels of an sRGB picture, worked off now, in plain Java.
    Pixels pixels() throws EngineFailure {
        job.check();
        MemorySegment size = job.allocate(Long.BYTES);
        MemorySegment data = LibVips.TO_MEMORY.call(pointer, size);
        if (LibVips.isNull(data)) {
            throw job.failed("pixels");
        }
        byte[] pixels = data.reinterpret(size.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        LibVips.FREE.call(data);
        return new Pixels(width(), height(), bands(), pixels);
    }
}
