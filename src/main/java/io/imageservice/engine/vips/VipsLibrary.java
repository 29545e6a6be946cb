package io.imageservice.engine.vips;

import io.imageservice.engine.ImageFormat;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// libvips, found and made safe: one thread a job, no cache, and only the loaders of our formats.
///
/// @param version such as `8.14.1`
final class VipsLibrary {
    /// Blocking by name came with 8.13; without it any of some 30 loaders could be reached.
    private static final int OLDEST_MINOR = 13;

    /// From memory only, so that no file name in any input can ever be opened. BMP is not among
    /// them: libvips reads it through ImageMagick, which is not for untrusted bytes.
    private static final List<String> ALLOWED =
            List.of(
                    "VipsForeignLoadJpegBuffer",
                    "VipsForeignLoadPngBuffer",
                    "VipsForeignLoadNsgifBuffer",
                    "VipsForeignLoadWebpBuffer",
                    "VipsForeignLoadHeifBuffer",
                    "VipsForeignLoadSvgBuffer");

    private static final Optional<VipsLibrary> FOUND = find();

    private final String version;

    private VipsLibrary(String version) {
        this.version = version;
    }

    /// The library, if this machine has one that will do. Looked for once.
    static Optional<VipsLibrary> get() {
        return FOUND;
    }

    private static Optional<VipsLibrary> find() {
        try {
            SymbolLookup.libraryLookup(LibVips.FILE, Arena.global());
        } catch (IllegalArgumentException absent) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            quieten(arena);
            if (LibVips.INIT.call(arena.allocateFrom("image-service")) != 0) {
                return Optional.empty();
            }
            VipsLibrary library =
                    new VipsLibrary(LibVips.VERSION.call().reinterpret(64).getString(0));
            if (library.minor() < OLDEST_MINOR) {
                return Optional.empty();
            }
            makeSafe(arena);
            return Optional.of(library);
        }
    }

    /// Else every odd file writes a line to the standard error output, past all logging.
    private static void quieten(Arena arena) {
        LibVips.SETENV.call(arena.allocateFrom("VIPS_WARNING"), arena.allocateFrom("1"), 1);
    }

    private static void makeSafe(Arena arena) {
        LibVips.CONCURRENCY.call(1);
        LibVips.CACHE_MAX.call(0);
        LibVips.BLOCK.call(arena.allocateFrom("VipsForeignLoad"), 1);
        for (String loader : ALLOWED) {
            LibVips.BLOCK.call(arena.allocateFrom(loader), 0);
        }
        readNumber(arena);
    }

    /// The first number with a point that libvips reads, before threads read theirs. GLib makes a
    /// locale for it; a thread that waits for another's to be made is left with an `errno`, which
    /// libvips takes for a wrong number: the operation fails and says nothing.
    private static void readNumber(Arena arena) {
        MemorySegment operation = LibVips.OPERATION_NEW.call(arena.allocateFrom("resize"));
        LibVips.SET_OPTIONS.call(operation, arena.allocateFrom("scale=0.5"));
        LibVips.UNREF.call(operation);
    }

    String version() {
        return version;
    }

    /// 8.15 replaced `strip` by `keep`.
    String withoutMetadata() {
        return minor() < 15 ? "strip=true" : "keep=none";
    }

    private int minor() {
        String[] numbers = version.split("[.-]", -1);
        return Integer.parseInt(numbers[0]) > 8 ? Integer.MAX_VALUE : Integer.parseInt(numbers[1]);
    }

    Set<ImageFormat> reads() {
        Set<ImageFormat> reads = EnumSet.noneOf(ImageFormat.class);
        for (ImageFormat format : ImageFormat.values()) {
            if (VipsSource.loader(format).filter(this::has).isPresent()) {
                reads.add(format);
            }
        }
        return reads;
    }

    Set<ImageFormat> writes() {
        Set<ImageFormat> writes =
                EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.AVIF);
        writes.removeIf(format -> !has(VipsWriter.saver(format)));
        return writes;
    }

    private boolean has(String operation) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment base = arena.allocateFrom("VipsOperation");
            return !LibVips.isNull(LibVips.TYPE_FIND.call(base, arena.allocateFrom(operation)));
        }
    }
}
