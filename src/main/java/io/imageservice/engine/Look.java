package io.imageservice.engine;

/// A picture in a few bytes.
///
/// @param blurHash a BlurHash of 4x3 components (blurha.sh)
/// @param dominantColour `#rrggbb`
/// @param perceptualHash 64 bits; the fewer bits differ, the more alike two pictures are
public record Look(String blurHash, String dominantColour, long perceptualHash) {
    /// Differing bits of two perceptual hashes, 0 to 64.
    public static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }
}
