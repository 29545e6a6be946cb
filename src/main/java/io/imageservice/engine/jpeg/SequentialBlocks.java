package io.imageservice.engine.jpeg;

import java.util.Arrays;

/// The blocks of a baseline file, as they stand in its one scan (ITU-T T.81, F.2).
final class SequentialBlocks implements Blocks {
    private final Frame frame;
    private final ScanHeader scan;
    private final EntropyReader reader;

    /// By component the first coefficient of the block before.
    private final int[] before;

    private int units;

    SequentialBlocks(Frame frame, byte[] source) {
        this.frame = frame;
        this.scan = frame.scans().getFirst();
        this.reader = new EntropyReader(source, scan.data());
        this.before = new int[frame.components().size()];
    }

    @Override
    public void row(int row) throws NotPlainException {
        reader.check();
    }

    @Override
    public void unit() throws NotPlainException {
        if (reader.restarts(scan.restart(), units++)) {
            Arrays.fill(before, 0);
        }
    }

    @Override
    public boolean next(int component, int left, int line, int[] block) throws NotPlainException {
        int[] steps = frame.components().get(component).steps();
        boolean others = reader.block(scan.parts().get(component), steps, block);
        before[component] += block[0];
        block[0] = before[component] * steps[0];
        return others;
    }

    @Override
    public void end() throws NotPlainException {
        reader.check();
        reader.checkEnd();
    }
}
