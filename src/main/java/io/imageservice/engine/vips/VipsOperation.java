package io.imageservice.engine.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.imageservice.engine.EngineFailure;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// One operation of libvips, set up, run and released. Used once.
final class VipsOperation {
    /// A `GValue`: its `GType`, then a union of two times 8 bytes.
    private static final int GVALUE_BYTES = 24;

    private static final int GVALUE_DATA = 8;

    private final VipsJob job;
    private final String name;
    private final MemorySegment operation;

    VipsOperation(VipsJob job, String name) throws EngineFailure {
        this.job = job;
        this.name = name;
        job.check();
        operation = LibVips.OPERATION_NEW.call(job.text(name));
        if (LibVips.isNull(operation)) {
            throw EngineFailure.unsupported("no operation " + name + " in this libvips");
        }
    }

    VipsOperation image(String property, VipsImage image) {
        return set(property, LibVips.IMAGE_TYPE.call(), image.pointer());
    }

    /// The bytes must live as long as what is made of them: they are not copied.
    VipsOperation bytes(String property, MemorySegment bytes) {
        MemorySegment blob = LibVips.BLOB_NEW.call(MemorySegment.NULL, bytes, bytes.byteSize());
        set(property, LibVips.BLOB_TYPE.call(), blob);
        LibVips.BLOB_UNREF.call(blob);
        return this;
    }

    private VipsOperation set(String property, MemorySegment type, MemorySegment pointer) {
        MemorySegment value = job.allocate(GVALUE_BYTES);
        value.set(JAVA_LONG, 0, type.address());
        value.set(ADDRESS, GVALUE_DATA, pointer);
        LibVips.SET_PROPERTY.call(operation, job.text(property), value);
        return this;
    }

    /// `name=value,name=value`, as on the vips command line; an array has blanks. They are ours, so
    /// that no picture is to blame for what is wrong with them.
    VipsOperation options(String options) {
        if (!options.isEmpty() && LibVips.SET_OPTIONS.call(operation, job.text(options)) != 0) {
            release();
            throw new IllegalStateException(name + " " + options + ": " + VipsJob.said());
        }
        return this;
    }

    VipsImage out() throws EngineFailure {
        return new VipsImage(job, job.own(run("out")));
    }

    /// What an operation on a buffer wrote.
    byte[] written() throws EngineFailure {
        MemorySegment blob = run("buffer");
        MemorySegment size = job.allocate(Long.BYTES);
        MemorySegment data = LibVips.BLOB_GET.call(blob, size);
        byte[] bytes = data.reinterpret(size.get(JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
        LibVips.BLOB_UNREF.call(blob);
        return bytes;
    }

    /// The reference that GLib puts into the value becomes the caller's.
    private MemorySegment run(String output) throws EngineFailure {
        if (LibVips.BUILD.call(operation) != 0) {
            release();
            throw job.failed(name);
        }
        // GLib 2.60 and later give an empty value the property's type.
        MemorySegment value = job.allocate(GVALUE_BYTES);
        LibVips.GET_PROPERTY.call(operation, job.text(output), value);
        release();
        return value.get(ADDRESS, GVALUE_DATA);
    }

    private void release() {
        LibVips.UNREF_OUTPUTS.call(operation);
        LibVips.UNREF.call(operation);
    }
}
