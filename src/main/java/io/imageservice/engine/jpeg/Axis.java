package io.imageservice.engine.jpeg;

/// What becomes of a block along one of its sides.
///
/// @param pass what makes samples of its coefficients
/// @param repeat how many pixels show the same sample: more than one where there are fewer samples
///   than pixels
record Axis(Pass pass, int repeat) {
    static Axis of(int pixels) {
        int samples = Math.min(pixels, Pass.SIDE);
        return new Axis(Pass.of(samples), pixels / samples);
    }

    int samples() {
        return pass.samples();
    }

    int pixels() {
        return pass.samples() * repeat;
    }
}
