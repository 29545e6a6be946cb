package io.imageservice.engine.jpeg;

import java.util.Arrays;

/// Decodes the blocks of one component.
final class Plane {
    /// Bits of fraction the first pass leaves to the second.
    private static final int KEPT = 2;

    /// Bits by which two passes enlarge (the cosines' norm is the root of eight).
    private static final int SCALE = 3;

    private final Component component;
    private final Pass down;
    private final Pass across;
    private final int offset;
    private final int[] block = new int[64];
    private final int[] columns = new int[64];
    private final int[] samples = new int[64];
    private int mean;

    /// @param offset of the component in a pixel, bytes
    Plane(Component component, Pass down, Pass across, int offset) {
        this.component = component;
        this.down = down;
        this.across = across;
        this.offset = offset;
    }

    /// The component's blocks of one unit.
    ///
    /// @param unit how many there are to its left
    void unit(EntropyReader reader, Canvas canvas, int unit) throws NotPlainException {
        for (int y = 0; y < component.down(); y++) {
            for (int x = 0; x < component.across(); x++) {
                int column = (unit * component.across() + x) * across.samples();
                int row = y * down.samples();
                block(reader, canvas, row * canvas.stride() + column * canvas.step() + offset);
            }
        }
    }

    private void block(EntropyReader reader, Canvas canvas, int at) throws NotPlainException {
        boolean others = reader.block(component, block);
        mean += block[0];
        block[0] = mean * component.steps()[0];
        if (others) {
            down.columnsToRows(block, 8, columns, Pass.BITS - KEPT);
            across.columnsToRows(columns, down.samples(), samples, Pass.BITS + KEPT + SCALE);
            canvas.draw(samples, at, across.samples(), down.samples());
            Arrays.fill(block, 0);
        } else {
            int value = Math.clamp((block[0] + 4 >> 3) + 128, 0, 255);
            canvas.fill(at, across.samples(), down.samples(), (byte) value);
        }
    }

    /// Forgets what was before.
    void restart() {
        mean = 0;
    }
}
