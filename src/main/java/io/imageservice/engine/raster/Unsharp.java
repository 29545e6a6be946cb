package io.imageservice.engine.raster;

/// A mild unsharp mask: half of what a Gaussian of sigma 1 takes away is added again.
final class Unsharp {
    private static final double SIGMA = 1;

    private Unsharp() {}

    static Pixels of(Pixels pixels) {
        byte[] blurred = Gauss.blur(pixels, SIGMA).data();
        byte[] sharp = pixels.data().clone();
        for (int i = 0; i < sharp.length; i++) {
            boolean opacity = pixels.alpha() && i % 4 == 3;
            if (!opacity) {
                int value = sharp[i] & 0xff;
                int difference = value - (blurred[i] & 0xff);
                sharp[i] = (byte) Math.clamp(value + difference / 2, 0, 255);
            }
        }
        return new Pixels(pixels.width(), pixels.height(), pixels.channels(), sharp);
    }
}
