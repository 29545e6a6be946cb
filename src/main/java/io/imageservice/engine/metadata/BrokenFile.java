package io.imageservice.engine.metadata;

/// The container's parts do not fit together.
final class BrokenFile extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenFile(String why) {
        super(why);
    }
}
