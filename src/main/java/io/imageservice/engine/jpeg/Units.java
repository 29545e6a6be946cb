package io.imageservice.engine.jpeg;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.raster.RowSink;
import java.util.ArrayList;
import java.util.List;

/// Goes over a picture's units (T.81 calls them MCU): from the left, from the top.
final class Units {
    private final Frame frame;

    /// Rows of the reduced picture, and how many of them a row of units has.
    private final int height;

    private final int unitHeight;
    private final List<Plane> planes = new ArrayList<>();
    private final Canvas canvas;

    /// @param by how many pixels on a side become one
    Units(Frame frame, int by) throws NotPlainException {
        int side = Pass.SIDE / by;
        this.frame = frame;
        this.height = Math.ceilDiv(frame.size().height(), by);
        this.unitHeight = frame.down() * side;
        int pixel = frame.components().size();
        int stride = frame.columns() * frame.across() * side * pixel;
        this.canvas = new Canvas(new byte[stride * unitHeight], stride, pixel);
        for (Component component : frame.components()) {
            Axis down = axis(side, frame.down(), component.down());
            Axis across = axis(side, frame.across(), component.across());
            planes.add(new Plane(frame, planes.size(), down, across));
        }
    }

    /// A component with fewer blocks makes up for it with more samples of each.
    private static Axis axis(int side, int most, int blocks) throws NotPlainException {
        int pixels = most % blocks != 0 ? 0 : side * (most / blocks);
        if (Integer.bitCount(pixels) != 1) {
            throw new NotPlainException("%d of %d blocks".formatted(blocks, most));
        }
        return Axis.of(pixels);
    }

    void decode(Blocks blocks, RowSink sink, Deadline deadline)
            throws NotPlainException, EngineFailure {
        for (int row = 0; row < frame.rows(); row++) {
            deadline.check();
            blocks.row(row);
            for (int column = 0; column < frame.columns(); column++) {
                blocks.unit();
                for (Plane plane : planes) {
                    plane.unit(blocks, canvas, column, row);
                }
            }
            int lines = Math.min(unitHeight, height - row * unitHeight);
            for (int y = 0; y < lines; y++) {
                sink.row(canvas.bytes(), y * canvas.stride());
            }
        }
        blocks.end();
    }
}
