package io.imageservice.engine;

/// The bound on the sides a step may name.
final class Sides {
    private Sides() {}

    static void check(int width, int height, int least) {
        if (Math.min(width, height) < least || Math.max(width, height) > Pipeline.MAX_SIDE) {
            throw new IllegalArgumentException(
                    "a side is not in %d..%d: %dx%d"
                            .formatted(least, Pipeline.MAX_SIDE, width, height));
        }
    }
}
