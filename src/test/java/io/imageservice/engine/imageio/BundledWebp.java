package io.imageservice.engine.imageio;

/// The libwebp inside the webp-imageio jar, as it says itself.
public final class BundledWebp {
    private BundledWebp() {}

    /// Such as `1.5.0`; of the library for this machine, the others are builds of the same source.
    public static String version() {
        int packed = LibWebp.get().version();
        return "%d.%d.%d".formatted(packed >> 16, packed >> 8 & 0xff, packed & 0xff);
    }
}
