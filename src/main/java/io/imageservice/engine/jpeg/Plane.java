package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.Arrays;

/// Decodes the blocks of one component.
final class Plane {
    private static final int SIDE = 8;

    /// Bits of fraction the first pass leaves to the second.
    private static final int KEPT = 2;

    /// Bits by which two passes enlarge (the cosines' norm is the root of eight).
    private static final int SCALE = 3;

    private static final Pass WHOLE = Pass.of(SIDE);

    private final Component component;
    private final Size size;
    private final Pass down;
    private final Pass across;
    private final int offset;

    /// Whether a block becomes one sample, its mean, which needs no transform.
    private final boolean meansOnly;

    private final int[] block = new int[SIDE * SIDE];
    private final int[] columns = new int[SIDE * SIDE];
    private final int[] samples = new int[SIDE * SIDE];
    private int mean;

    /// @param size of the component, all its samples
    /// @param offset of the component in a pixel, bytes
    Plane(Component component, Size size, Pass down, Pass across, int offset) {
        this.component = component;
        this.size = size;
        this.down = down;
        this.across = across;
        this.offset = offset;
        this.meansOnly = down.samples() * across.samples() == 1;
    }

    /// The component's blocks of one unit.
    ///
    /// @param column how many units there are to its left
    /// @param row how many above it
    void unit(EntropyReader reader, Canvas canvas, int column, int row) throws NotPlainException {
        for (int y = 0; y < component.down(); y++) {
            int height = size.height() - (row * component.down() + y) * SIDE;
            int line = y * down.samples() * canvas.stride() + offset;
            for (int x = 0; x < component.across(); x++) {
                int left = column * component.across() + x;
                boolean others = reader.block(component, block);
                mean += block[0];
                block[0] = mean * component.steps()[0];
                int at = line + left * across.samples() * canvas.step();
                draw(canvas, at, others, size.width() - left * SIDE, height);
            }
        }
    }

    /// @param others whether the block has more than its mean
    /// @param width how many columns of the picture are in the block and to its right
    /// @param height how many rows are in it and below
    private void draw(Canvas canvas, int at, boolean others, int width, int height) {
        boolean inside = width >= SIDE && height >= SIDE;
        if (!others || meansOnly && inside) {
            int value = Math.clamp((block[0] + 4 >> 3) + 128, 0, 255);
            canvas.fill(at, across.samples(), down.samples(), (byte) value);
        } else {
            if (inside) {
                transform(down, across);
            } else {
                transform(WHOLE, WHOLE);
                average(Math.clamp(width, 1, SIDE), Math.clamp(height, 1, SIDE));
            }
            canvas.draw(samples, at, across.samples(), down.samples());
        }
        if (others) {
            Arrays.fill(block, 0);
        }
    }

    private void transform(Pass first, Pass second) {
        first.columnsToRows(block, SIDE, columns, Pass.BITS - KEPT);
        second.columnsToRows(columns, first.samples(), samples, Pass.BITS + KEPT + SCALE);
    }

    /// Means of a whole block of which only so much is picture.
    private void average(int width, int height) {
        int[] whole = samples.clone();
        int columnsEach = SIDE / across.samples();
        int rowsEach = SIDE / down.samples();
        int count = columnsEach * rowsEach;
        for (int row = 0; row < down.samples(); row++) {
            for (int column = 0; column < across.samples(); column++) {
                int sum = count / 2;
                for (int i = 0; i < count; i++) {
                    int x = Math.min(column * columnsEach + i % columnsEach, width - 1);
                    int y = Math.min(row * rowsEach + i / columnsEach, height - 1);
                    sum += whole[y * SIDE + x];
                }
                samples[row * SIDE + column] = Math.floorDiv(sum, count);
            }
        }
    }

    /// Forgets what was before.
    void restart() {
        mean = 0;
    }
}
