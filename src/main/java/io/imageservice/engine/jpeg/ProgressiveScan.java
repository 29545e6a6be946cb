package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.Arrays;
import java.util.List;

/// One scan of a progressive file: some coefficients of some components, or one bit more of them
/// (ITU-T T.81, G.1 and G.2).
final class ProgressiveScan {
    /// Of zeros before a number; without a number it is one more.
    private static final int LONGEST_RUN = 15;

    private final Frame frame;
    private final ScanHeader scan;
    private final EntropyReader reader;

    /// By part the first coefficient of the block before.
    private final int[] before;

    private int units;

    /// How many of the next blocks have nothing (more) in this scan.
    private int empty;

    ProgressiveScan(Frame frame, ScanHeader scan, EntropyReader reader) {
        this.frame = frame;
        this.scan = scan;
        this.reader = reader;
        this.before = new int[scan.parts().size()];
    }

    /// Adds what it has of a row of units.
    void row(int row, List<Coefficients> components) throws NotPlainException {
        if (scan.parts().size() == 1) {
            alone(row, components.get(scan.parts().getFirst().component()));
        } else {
            for (int column = 0; column < frame.columns(); column++) {
                unit(column, components);
            }
        }
        reader.check();
    }

    /// Blocks of a single component stand in rows, and none of them is wholly behind the edge.
    private void alone(int row, Coefficients coefficients) throws NotPlainException {
        Component component = frame.components().get(scan.parts().getFirst().component());
        Size size = frame.size(component);
        int across = Math.ceilDiv(size.width(), Pass.SIDE);
        int left = Math.ceilDiv(size.height(), Pass.SIDE) - row * component.down();
        int down = Math.min(component.down(), left);
        for (int line = 0; line < down; line++) {
            for (int x = 0; x < across; x++) {
                restart();
                block(0, coefficients.values(), coefficients.at(x, line));
            }
        }
    }

    private void unit(int column, List<Coefficients> components) throws NotPlainException {
        restart();
        for (int part = 0; part < before.length; part++) {
            int number = scan.parts().get(part).component();
            Component component = frame.components().get(number);
            Coefficients coefficients = components.get(number);
            for (int line = 0; line < component.down(); line++) {
                for (int x = 0; x < component.across(); x++) {
                    int at = coefficients.at(column * component.across() + x, line);
                    block(part, coefficients.values(), at);
                }
            }
        }
    }

    private void restart() throws NotPlainException {
        if (reader.restarts(scan.restart(), units++)) {
            Arrays.fill(before, 0);
            empty = 0;
        }
    }

    private void block(int part, short[] values, int at) throws NotPlainException {
        ScanHeader.Part tables = scan.parts().get(part);
        if (scan.first()) {
            first(part, tables.dc(), values, at);
        } else if (scan.refines()) {
            refine(tables.ac(), values, at);
        } else {
            begin(tables.ac(), values, at);
        }
    }

    private void first(int part, HuffmanTable table, short[] values, int at)
            throws NotPlainException {
        if (scan.refines()) {
            values[at] |= (short) (reader.bits(1) << scan.low());
        } else {
            before[part] += reader.difference(table);
            values[at] = (short) (before[part] << scan.low());
        }
    }

    private void begin(HuffmanTable table, short[] values, int at) throws NotPlainException {
        if (empty > 0) {
            empty--;
            return;
        }
        for (int i = scan.from(); i <= scan.to(); i++) {
            int symbol = reader.symbol(table);
            int zeros = symbol >> 4;
            int size = symbol & 15;
            if (size > 0) {
                i += zeros;
                inBand(i);
                values[at + EntropyReader.place(i)] = (short) (reader.number(size) << scan.low());
            } else if (zeros == LONGEST_RUN) {
                i += zeros;
            } else {
                empty = empty(zeros) - 1;
                return;
            }
        }
    }

    /// How many blocks have no more, this one among them.
    private int empty(int size) {
        return (1 << size) + (size == 0 ? 0 : reader.bits(size));
    }

    private void refine(HuffmanTable table, short[] values, int at) throws NotPlainException {
        int place = scan.from();
        while (empty == 0 && place <= scan.to()) {
            int symbol = reader.symbol(table);
            int zeros = symbol >> 4;
            int size = symbol & 15;
            if (size == 0 && zeros < LONGEST_RUN) {
                empty = empty(zeros);
            } else {
                int added = added(size);
                place = behind(zeros, place, values, at);
                if (added != 0) {
                    inBand(place);
                    values[at + EntropyReader.place(place)] = (short) (added << scan.low());
                }
                place++;
            }
        }
        if (empty > 0) {
            behind(64, place, values, at);
            empty--;
        }
    }

    private int added(int size) throws NotPlainException {
        if (size > 1) {
            throw new NotPlainException("more than a bit");
        }
        return size == 0 ? 0 : reader.bits(1) == 0 ? -1 : 1;
    }

    private void inBand(int place) throws NotPlainException {
        if (place > scan.to()) {
            throw new NotPlainException("more coefficients than the scan has");
        }
    }

    /// Passes so many coefficients that are still zero, and gives those that are not their bit.
    ///
    /// @return the place of the next zero behind them, or that behind the last
    private int behind(int zeros, int from, short[] values, int at) {
        int left = zeros;
        int place = from;
        for (; place <= scan.to(); place++) {
            int index = at + EntropyReader.place(place);
            short value = values[index];
            if (value != 0) {
                int bit = reader.bits(1) << scan.low();
                values[index] = (short) (value < 0 ? value - bit : value + bit);
            } else if (left-- == 0) {
                return place;
            }
        }
        return place;
    }
}
