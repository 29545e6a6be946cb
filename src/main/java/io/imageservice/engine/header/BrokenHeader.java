package io.imageservice.engine.header;

/// A header that contradicts itself.
final class BrokenHeader extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenHeader(String why) {
        super(why);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
