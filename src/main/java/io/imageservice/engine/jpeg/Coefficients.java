package io.imageservice.engine.jpeg;

import java.util.Arrays;

/// The coefficients of a component in one row of units, not yet multiplied with their steps.
final class Coefficients {
    private static final int BLOCK = Pass.SIDE * Pass.SIDE;

    private final int blocks;
    private final int[] steps = new int[BLOCK];
    private final short[] values;

    Coefficients(Component component, int columns) {
        this.blocks = columns * component.across();
        this.values = new short[blocks * component.down() * BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            steps[EntropyReader.place(i)] = component.steps()[i];
        }
    }

    void clear() {
        Arrays.fill(values, (short) 0);
    }

    /// All of them, block after block, each in rows of eight.
    short[] values() {
        return values;
    }

    /// Where a block begins.
    int at(int left, int line) {
        return (line * blocks + left) * BLOCK;
    }

    /// Multiplies a block with its steps.
    ///
    /// @return whether any but its first coefficient is not zero
    boolean block(int at, int[] to) {
        int others = 0;
        for (int i = 1; i < BLOCK; i++) {
            int value = values[at + i];
            to[i] = value * steps[i];
            others |= value;
        }
        to[0] = values[at] * steps[0];
        return others != 0;
    }
}
