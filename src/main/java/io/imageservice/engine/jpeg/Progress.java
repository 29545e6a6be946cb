package io.imageservice.engine.jpeg;

import java.util.Arrays;

/// Which coefficients the scans of a progressive file have brought, and to which bit.
final class Progress {
    private static final int NOTHING = -1;

    private final int[][] low;
    private int scans;

    Progress(int components) {
        this.low = new int[components][64];
        for (int[] of : low) {
            Arrays.fill(of, NOTHING);
        }
    }

    /// @throws NotPlainException where it does not go on where others ended
    void add(ScanHeader scan) throws NotPlainException {
        if (++scans > CodedData.MOST_SCANS) {
            throw new NotPlainException("more than %d scans".formatted(CodedData.MOST_SCANS));
        }
        for (ScanHeader.Part part : scan.parts()) {
            int[] of = low[part.component()];
            if (!scan.first() && of[0] == NOTHING) {
                throw new NotPlainException("no first coefficients yet");
            }
            for (int i = scan.from(); i <= scan.to(); i++) {
                if (of[i] != (scan.refines() ? scan.low() + 1 : NOTHING)) {
                    throw new NotPlainException("scans that do not follow each other");
                }
                of[i] = scan.low();
            }
        }
    }

    /// @throws NotPlainException where something is still missing: a codec then guesses
    void complete() throws NotPlainException {
        for (int[] of : low) {
            if (Arrays.stream(of).anyMatch(bit -> bit != 0)) {
                throw new NotPlainException("scans are missing");
            }
        }
    }
}
