package io.imageservice.engine.jpeg;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.raster.RowSink;
import java.util.ArrayList;
import java.util.List;

/// Goes over a picture's units (T.81 calls them MCU): from the left, from the top.
final class Scan {
    private final Frame frame;
    private final int columns;
    private final int rows;

    /// Rows of the reduced picture, and how many of them a row of units has.
    private final int height;

    private final int unitHeight;
    private final List<Plane> planes = new ArrayList<>();
    private final Canvas canvas;
    private int done;

    /// @param by how many pixels on a side become one
    Scan(Frame frame, int by) throws NotPlainException {
        int side = Pass.SIDE / by;
        this.frame = frame;
        this.columns = Math.ceilDiv(frame.size().width(), frame.across() * Pass.SIDE);
        this.rows = Math.ceilDiv(frame.size().height(), frame.down() * Pass.SIDE);
        this.height = Math.ceilDiv(frame.size().height(), by);
        this.unitHeight = frame.down() * side;
        int pixel = frame.components().size();
        int stride = columns * frame.across() * side * pixel;
        this.canvas = new Canvas(new byte[stride * unitHeight], stride, pixel);
        for (Component component : frame.components()) {
            Pass down = pass(side, frame.down(), component.down());
            Pass across = pass(side, frame.across(), component.across());
            planes.add(new Plane(component, frame.size(component), down, across, planes.size()));
        }
    }

    /// A component with fewer blocks makes up for it with more samples of each.
    private static Pass pass(int side, int most, int blocks) throws NotPlainException {
        int samples = most % blocks != 0 ? 0 : side * (most / blocks);
        if (samples > Pass.SIDE || Integer.bitCount(samples) != 1) {
            throw new NotPlainException("%d of %d blocks".formatted(blocks, most));
        }
        return Pass.of(samples);
    }

    void decode(EntropyReader reader, RowSink sink, Deadline deadline)
            throws NotPlainException, EngineFailure {
        for (int row = 0; row < rows; row++) {
            deadline.check();
            for (int column = 0; column < columns; column++) {
                restart(reader);
                for (Plane plane : planes) {
                    plane.unit(reader, canvas, column, row);
                }
                done++;
            }
            reader.check();
            int lines = Math.min(unitHeight, height - row * unitHeight);
            for (int y = 0; y < lines; y++) {
                sink.row(canvas.bytes(), y * canvas.stride());
            }
        }
        reader.checkEnd();
    }

    private void restart(EntropyReader reader) throws NotPlainException {
        if (frame.restart() > 0 && done > 0 && done % frame.restart() == 0) {
            reader.restart(done / frame.restart() - 1);
            planes.forEach(Plane::restart);
        }
    }
}
