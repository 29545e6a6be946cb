package io.imageservice.engine.jpeg;

import java.util.ArrayList;
import java.util.List;

/// The blocks of a progressive file (ITU-T T.81, annex G). All its scans are read in step, a row of
/// units of each, so that what is held is one row and not the picture.
final class ProgressiveBlocks implements Blocks {
    private final List<Coefficients> components = new ArrayList<>();
    private final List<ProgressiveScan> scans = new ArrayList<>();

    ProgressiveBlocks(Frame frame, byte[] source) {
        for (Component component : frame.components()) {
            components.add(new Coefficients(component, frame.columns()));
        }
        for (ScanHeader scan : frame.scans()) {
            scans.add(new ProgressiveScan(frame, scan, new EntropyReader(source, scan.data())));
        }
    }

    @Override
    public void row(int row) throws NotPlainException {
        components.forEach(Coefficients::clear);
        for (ProgressiveScan scan : scans) {
            scan.row(row, components);
        }
    }

    @Override
    public void unit() {
        // its whole row has been read
    }

    @Override
    public boolean next(int component, int left, int line, int[] block) {
        Coefficients coefficients = components.get(component);
        return coefficients.block(coefficients.at(left, line), block);
    }

    @Override
    public void end() {
        // was seen when the scans were looked for
    }
}
