package io.imageservice.engine.imageio;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of libwebp we call, in the library that comes inside the webp-imageio jar.
///
/// That library's JNI way in copies every picture twice and decodes to ints; its C functions are
/// exported too, so we call those. Structure offsets are of libwebp's public headers on 64-bit
/// machines, unchanged since 0.4; the versioned `Init` functions refuse any other layout.
final class LibWebp {
    /// What `encode.h` of libwebp 1.2 and later calls WEBP_ENCODER_ABI_VERSION; the major byte must
    /// agree.
    static final int ENCODER_ABI = 0x020f;

    /// The first version without CVE-2023-4863.
    private static final int SAFE = 0x010302;

    private final SymbolLookup symbols;

    private LibWebp(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /// @throws IllegalStateException when this machine's library is missing or too old
    static LibWebp get() {
        return Holder.LIBRARY;
    }

    private static final class Holder {
        static final LibWebp LIBRARY = load();
    }

    private static LibWebp load() {
        LibWebp library =
                new LibWebp(SymbolLookup.libraryLookup(WebpLibraryFile.extract(), Arena.global()));
        if (library.version() < SAFE) {
            throw new IllegalStateException("libwebp is older than 1.3.2: " + library.version());
        }
        return library;
    }

    /// As libwebp packs it: 0x010302 is 1.3.2.
    int version() {
        try {
            return (int) function("WebPGetDecoderVersion", JAVA_INT).invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private MethodHandle function(String name, MemoryLayout returned, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(symbol(name), FunctionDescriptor.of(returned, parameters));
    }

    private MethodHandle procedure(String name, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(symbol(name), FunctionDescriptor.ofVoid(parameters));
    }

    MemorySegment symbol(String name) {
        return symbols.find(name)
                .orElseThrow(() -> new IllegalStateException("libwebp has no " + name));
    }

    MethodHandle configInit() {
        return function(
                "WebPConfigInitInternal", JAVA_INT, ADDRESS, JAVA_INT, JAVA_FLOAT, JAVA_INT);
    }

    MethodHandle pictureInit() {
        return function("WebPPictureInitInternal", JAVA_INT, ADDRESS, JAVA_INT);
    }

    /// On a picture, for one int back: WebPPictureAlloc.
    MethodHandle pictureAlloc() {
        return function("WebPPictureAlloc", JAVA_INT, ADDRESS);
    }

    MethodHandle pictureFree() {
        return procedure("WebPPictureFree", ADDRESS);
    }

    MethodHandle encode() {
        return function("WebPEncode", JAVA_INT, ADDRESS, ADDRESS);
    }

    MethodHandle writerInit() {
        return procedure("WebPMemoryWriterInit", ADDRESS);
    }

    MethodHandle writerClear() {
        return procedure("WebPMemoryWriterClear", ADDRESS);
    }

    MethodHandle info() {
        return function("WebPGetInfo", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    }

    /// @param name `WebPDecodeRGBInto` or `WebPDecodeRGBAInto`
    MethodHandle decodeInto(String name) {
        return function(name, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT);
    }
}
