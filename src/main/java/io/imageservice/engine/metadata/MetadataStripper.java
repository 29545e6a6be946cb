package io.imageservice.engine.metadata;

import io.imageservice.engine.Header;
import io.imageservice.engine.metadata.Stripping.Clean;
import io.imageservice.engine.metadata.Stripping.Impossible;

/// Removes EXIF (GPS first of all), XMP, comments, previews and whatever stands behind the end, for
/// files that are delivered in the format they came in.
///
/// JPEG, PNG, GIF and WebP are rebuilt of the parts that make the picture; in MP4 and MOV the
/// metadata is overwritten, since the samples' places may not move. Not for AVIF, HEIC, HEIF (their
/// metadata lies among the coded pictures), SVG (it is all text) and BMP with a linked profile.
public final class MetadataStripper {
    private MetadataStripper() {}

    /// @param file not changed
    /// @param header what [io.imageservice.engine.header.Headers#read] said of the same file
    public static Stripping strip(byte[] file, Header header) {
        try {
            return switch (header.format()) {
                case JPEG -> new Clean(new JpegStripper(file, header.orientation()).strip());
                case PNG -> new Clean(new PngStripper(file, header.orientation()).strip());
                case GIF -> new Clean(new GifStripper(file).strip());
                case WEBP -> new Clean(new WebpStripper(file, header.orientation()).strip());
                case BMP -> bmp(file);
                case MP4, MOV -> new Clean(new VideoStripper(file).strip());
                case AVIF, HEIC, HEIF, SVG -> new Impossible("not done for " + header.format());
            };
        } catch (BrokenFile | IndexOutOfBoundsException e) {
            return new Impossible("the file is broken: " + e.getMessage());
        }
    }

    /// Only a version 5 header can name a file outside, as its colour profile.
    private static Stripping bmp(byte[] file) {
        boolean small = file.length > 14 && (file[14] & 0xff) < 124;
        return small ? new Clean(file.clone()) : new Impossible("may link to a profile");
    }
}
