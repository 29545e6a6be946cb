package io.imageservice.engine;

/// What became of one wanted rendition.
public sealed interface Output {
    String name();

    /// New bytes without metadata; sizes are the picture's own, upright.
    record Encoded(String name, ImageFormat format, int width, int height, byte[] bytes)
            implements Output {}

    /// The original bytes serve as this rendition: an animation this engine cannot write.
    record Kept(String name, String why) implements Output {}
}
