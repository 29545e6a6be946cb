package io.imageservice.engine.metadata;

/// The smallest EXIF block there is: the orientation alone.
final class OrientationExif {
    private OrientationExif() {}

    /// A TIFF structure: big-endian, one directory, one SHORT of tag 274.
    static byte[] of(int orientation) {
        return new byte[] {
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }
}
