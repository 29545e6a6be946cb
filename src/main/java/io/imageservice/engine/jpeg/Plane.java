package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.Arrays;

/// Decodes the blocks of one component.
final class Plane {
    /// Bits of fraction the first pass leaves to the second.
    private static final int KEPT = 2;

    /// Bits by which two passes enlarge (the cosines' norm is the root of eight).
    private static final int SCALE = 3;

    private static final int HALF = 1 << SCALE - 1;

    private static final Pass WHOLE = Pass.of(Pass.SIDE);

    private final int number;
    private final Component component;
    private final Size size;
    private final Axis down;
    private final Axis across;

    /// Whether a block becomes one sample, its mean, which needs no transform.
    private final boolean meansOnly;

    private final int[] block = new int[Pass.SIDE * Pass.SIDE];
    private final int[] columns = new int[Pass.SIDE * Pass.SIDE];
    private final int[] samples = new int[Pass.SIDE * Pass.SIDE];

    /// @param number of the component: its place in the frame and in a pixel
    Plane(Frame frame, int number, Axis down, Axis across) {
        this.number = number;
        this.component = frame.components().get(number);
        this.size = frame.size(component);
        this.down = down;
        this.across = across;
        this.meansOnly = down.samples() * across.samples() == 1;
    }

    /// Whether it has fewer samples than there are pixels.
    private boolean repeats() {
        return across.repeat() * down.repeat() > 1;
    }

    /// The component's blocks of one unit.
    ///
    /// @param column how many units there are to its left
    /// @param row how many above it
    void unit(Blocks blocks, Canvas canvas, int column, int row) throws NotPlainException {
        for (int y = 0; y < component.down(); y++) {
            int height = size.height() - (row * component.down() + y) * Pass.SIDE;
            int line = y * down.pixels() * canvas.stride() + number;
            for (int x = 0; x < component.across(); x++) {
                int left = column * component.across() + x;
                boolean others = blocks.next(number, left, y, block);
                int at = line + left * across.pixels() * canvas.step();
                draw(canvas, at, others, size.width() - left * Pass.SIDE, height);
            }
        }
    }

    /// @param others whether the block has more than its mean
    /// @param width how many columns of the picture are in the block and to its right
    /// @param height how many rows are in it and below
    private void draw(Canvas canvas, int at, boolean others, int width, int height) {
        boolean inside = width >= Pass.SIDE && height >= Pass.SIDE;
        if (!others || meansOnly && inside) {
            canvas.fill(block[0] + HALF >> SCALE, at, across.pixels(), down.pixels());
        } else {
            if (inside) {
                transform(down.pass(), across.pass());
            } else {
                transform(WHOLE, WHOLE);
                average(Math.clamp(width, 1, Pass.SIDE), Math.clamp(height, 1, Pass.SIDE));
            }
            if (repeats()) {
                canvas.spread(samples, at, across, down);
            } else {
                canvas.draw(samples, at, across.samples(), down.samples());
            }
        }
        if (others) {
            Arrays.fill(block, 0);
        }
    }

    private void transform(Pass first, Pass second) {
        first.columnsToRows(block, Pass.SIDE, columns, Pass.BITS - KEPT);
        second.columnsToRows(columns, first.samples(), samples, Pass.BITS + KEPT + SCALE);
    }

    /// Means of a whole block of which only so much is picture.
    private void average(int width, int height) {
        int[] whole = samples.clone();
        int columnsEach = Pass.SIDE / across.samples();
        int rowsEach = Pass.SIDE / down.samples();
        int count = columnsEach * rowsEach;
        for (int row = 0; row < down.samples(); row++) {
            for (int column = 0; column < across.samples(); column++) {
                int sum = count / 2;
                for (int i = 0; i < count; i++) {
                    int x = Math.min(column * columnsEach + i % columnsEach, width - 1);
                    int y = Math.min(row * rowsEach + i / columnsEach, height - 1);
                    sum += whole[y * Pass.SIDE + x];
                }
                samples[row * Pass.SIDE + column] = Math.floorDiv(sum, count);
            }
        }
    }
}
