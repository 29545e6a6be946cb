package io.imageservice.engine;

import java.util.Locale;
import java.util.Optional;

/// Where a smaller box sits in a larger one.
public enum Gravity {
    CENTER(1, 1),
    NORTH(1, 0),
    SOUTH(1, 2),
    EAST(2, 1),
    WEST(0, 1),
    NORTHEAST(2, 0),
    NORTHWEST(0, 0),
    SOUTHEAST(2, 2),
    SOUTHWEST(0, 2);

    private final int halvesAcross;
    private final int halvesDown;

    Gravity(int halvesAcross, int halvesDown) {
        this.halvesAcross = halvesAcross;
        this.halvesDown = halvesDown;
    }

    /// The inner box's distance from the left edge.
    public int left(Size outer, Size inner) {
        return (outer.width() - inner.width()) * halvesAcross / 2;
    }

    /// The inner box's distance from the upper edge.
    public int top(Size outer, Size inner) {
        return (outer.height() - inner.height()) * halvesDown / 2;
    }

    public String canonical() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Gravity> named(String name) {
        for (Gravity gravity : values()) {
            if (gravity.canonical().equals(name)) {
                return Optional.of(gravity);
            }
        }
        return Optional.empty();
    }
}
