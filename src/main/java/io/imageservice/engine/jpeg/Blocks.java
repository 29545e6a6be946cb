package io.imageservice.engine.jpeg;

/// Where the blocks of a picture come from, unit by unit: from the left, from the top.
sealed interface Blocks permits SequentialBlocks, ProgressiveBlocks {
    static Blocks of(Frame frame, byte[] source) {
        return frame.progressive()
                ? new ProgressiveBlocks(frame, source)
                : new SequentialBlocks(frame, source);
    }

    /// Called before each row of units.
    void row(int row) throws NotPlainException;

    /// Called before each unit.
    void unit() throws NotPlainException;

    /// Puts the next block into `block`, which is zero: multiplied with its steps, in rows of
    /// eight.
    ///
    /// @param component its place in the frame
    /// @param left how many blocks of the component there are to its left
    /// @param line how many of the same unit above it
    /// @return whether any but the first coefficient is not zero
    boolean next(int component, int left, int line, int[] block) throws NotPlainException;

    /// Called behind the last unit.
    ///
    /// @throws NotPlainException where the file does not end as it should
    void end() throws NotPlainException;
}
