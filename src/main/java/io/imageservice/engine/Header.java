package io.imageservice.engine;

/// What the first look at a file shows, before any pixel is decoded.
///
/// @param width of the pixels as stored, before the orientation is applied; for video the track's
/// @param height as `width`
/// @param frames 1 for a still picture and for video
/// @param orientation as EXIF numbers it, 1 to 8; 1 where the file says nothing
public record Header(ImageFormat format, int width, int height, int frames, int orientation) {
    public Header {
        if (width < 1 || height < 1 || frames < 1) {
            throw new IllegalArgumentException(
                    "not at least 1: %dx%d, %d frames".formatted(width, height, frames));
        }
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation is not in 1..8: " + orientation);
        }
    }

    public static Header still(ImageFormat format, int width, int height) {
        return new Header(format, width, height, 1, 1);
    }

    public boolean animated() {
        return frames > 1;
    }

    /// As stored.
    public Size size() {
        return new Size(width, height);
    }

    /// As a viewer shows it: the orientation applied.
    public Size upright() {
        return orientation >= 5 ? size().turned() : size();
    }

    /// Width x height x frames.
    public long pixels() {
        return size().pixels() * frames;
    }
}
