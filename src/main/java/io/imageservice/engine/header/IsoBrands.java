package io.imageservice.engine.header;

import io.imageservice.engine.ImageFormat;
import java.io.EOFException;
import java.util.Optional;

/// What the brands of an `ftyp` box say: the major one first, then the compatible ones for the
/// general brands that leave the codec open.
final class IsoBrands {
    private static final int MAX_BRANDS = 64;

    private IsoBrands() {}

    static Optional<ImageFormat> format(Bytes bytes) throws EOFException {
        String major = bytes.latin(8, 4);
        if (major.equals("mif1") || major.equals("msf1") || major.equals("miaf")) {
            return Optional.of(compatible(bytes));
        }
        return named(major);
    }

    private static ImageFormat compatible(Bytes bytes) throws EOFException {
        long end = Math.min(bytes.length(), Math.min(bytes.u32(0), 16 + 4L * MAX_BRANDS));
        for (long at = 16; at + 4 <= end; at += 4) {
            Optional<ImageFormat> format = named(bytes.latin(at, 4));
            if (format.isPresent() && !format.get().video()) {
                return format.get();
            }
        }
        return ImageFormat.HEIF;
    }

    private static Optional<ImageFormat> named(String brand) {
        return Optional.ofNullable(
                switch (brand) {
                    case "avif", "avis", "avio" -> ImageFormat.AVIF;
                    case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs" ->
                            ImageFormat.HEIC;
                    case "qt  " -> ImageFormat.MOV;
                    case "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9" ->
                            ImageFormat.MP4;
                    case "mp41", "mp42", "avc1", "av01", "M4V ", "M4VP", "M4VH", "MSNV", "dash" ->
                            ImageFormat.MP4;
                    case "mp71", "F4V ", "f4v ", "NDSC", "NDSM", "XAVC", "3gp4", "3gp5", "3gp6" ->
                            ImageFormat.MP4;
                    default -> null;
                });
    }
}
