package io.imageservice.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of libvips and GObject, linked when this class is first touched: which must be
/// after [VipsLibrary] saw that the library is there, and never while a native executable is built.
///
/// Every operation goes through [#OPERATION_NEW], properties and [#BUILD]: no variable arguments,
/// so these few reach all of libvips. <https://www.libvips.org/API/current/binding.html>
final class LibVips {
    /// Its interface has been the same since 8.0; what newer ones added is asked for at run time.
    static final String FILE = "libvips.so.42";

    /// Finds GObject's functions too: libvips depends on it.
    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(FILE, Arena.global());

    static final Shape.IPPI SETENV = new Shape.IPPI(link("g_setenv", Shape.IPPI.D));
    static final Shape.IP INIT = new Shape.IP(link("vips_init", Shape.IP.D));
    static final Shape.P VERSION = new Shape.P(link("vips_version_string", Shape.P.D));
    static final Shape.VI CONCURRENCY = new Shape.VI(link("vips_concurrency_set", Shape.VI.D));
    static final Shape.VI CACHE_MAX = new Shape.VI(link("vips_cache_set_max", Shape.VI.D));
    static final Shape.VPI BLOCK = new Shape.VPI(link("vips_operation_block_set", Shape.VPI.D));
    static final Shape.PPP TYPE_FIND = new Shape.PPP(link("vips_type_find", Shape.PPP.D));
    static final Shape.P ERRORS = new Shape.P(link("vips_error_buffer_copy", Shape.P.D));

    static final Shape.PP OPERATION_NEW = new Shape.PP(link("vips_operation_new", Shape.PP.D));
    static final Shape.IPP SET_OPTIONS =
            new Shape.IPP(link("vips_object_set_from_string", Shape.IPP.D));
    static final Shape.VPPP SET_PROPERTY =
            new Shape.VPPP(link("g_object_set_property", Shape.VPPP.D));
    static final Shape.VPPP GET_PROPERTY =
            new Shape.VPPP(link("g_object_get_property", Shape.VPPP.D));
    static final Shape.IP BUILD = new Shape.IP(link("vips_object_build", Shape.IP.D));
    static final Shape.VP UNREF_OUTPUTS =
            new Shape.VP(link("vips_object_unref_outputs", Shape.VP.D));
    static final Shape.VP UNREF = new Shape.VP(link("g_object_unref", Shape.VP.D));
    static final Shape.VP FREE = new Shape.VP(link("g_free", Shape.VP.D));

    static final Shape.P BLOB_TYPE = new Shape.P(link("vips_blob_get_type", Shape.P.D));
    static final Shape.PPPL BLOB_NEW = new Shape.PPPL(link("vips_blob_new", Shape.PPPL.D));
    static final Shape.PPP BLOB_GET = new Shape.PPP(link("vips_blob_get", Shape.PPP.D));
    static final Shape.VP BLOB_UNREF = new Shape.VP(link("vips_area_unref", Shape.VP.D));

    static final Shape.P IMAGE_TYPE = new Shape.P(link("vips_image_get_type", Shape.P.D));
    static final Shape.PPLIIII FROM_MEMORY =
            new Shape.PPLIIII(link("vips_image_new_from_memory_copy", Shape.PPLIIII.D));
    static final Shape.PPP TO_MEMORY =
            new Shape.PPP(link("vips_image_write_to_memory", Shape.PPP.D));
    static final Shape.PP COPY_MEMORY = new Shape.PP(link("vips_image_copy_memory", Shape.PP.D));
    static final Shape.VPI KILL = new Shape.VPI(link("vips_image_set_kill", Shape.VPI.D));
    static final Shape.IP WIDTH = new Shape.IP(link("vips_image_get_width", Shape.IP.D));
    static final Shape.IP HEIGHT = new Shape.IP(link("vips_image_get_height", Shape.IP.D));
    static final Shape.IP PAGE_HEIGHT =
            new Shape.IP(link("vips_image_get_page_height", Shape.IP.D));
    static final Shape.IP BANDS = new Shape.IP(link("vips_image_get_bands", Shape.IP.D));
    static final Shape.IP FORMAT = new Shape.IP(link("vips_image_get_format", Shape.IP.D));
    static final Shape.IP HAS_ALPHA = new Shape.IP(link("vips_image_hasalpha", Shape.IP.D));
    static final Shape.IP INTERPRETATION =
            new Shape.IP(link("vips_image_guess_interpretation", Shape.IP.D));
    static final Shape.PPP META_TYPE = new Shape.PPP(link("vips_image_get_typeof", Shape.PPP.D));

    private LibVips() {}

    private static MethodHandle link(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow(name), shape);
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }
}
