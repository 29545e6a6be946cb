package io.imageservice.engine.jpeg;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Size;
import io.imageservice.engine.raster.RowSink;

/// A JPEG of a usual kind (ITU-T T.81: Huffman codes, 8 bits, one or three components, baseline in
/// one scan or progressive), decoded row by row, straight to a fraction of its size.
///
/// The samples of a reduced picture are the exact means of those of the full one, before those are
/// cut to 0..255. They take only a part of each block's transform, and a subsampled component need
/// not be widened. What is behind the edge counts as the edge.
public final class PlainJpeg {
    private final Frame frame;
    private final byte[] source;

    private PlainJpeg(Frame frame, byte[] source) {
        this.frame = frame;
        this.source = source;
    }

    /// @param tables the segments before the first scan that decoding needs, each with its marker
    /// @param source the file
    /// @param scan where the first scan begins in it, with its marker
    public static PlainJpeg of(byte[] tables, byte[] source, int scan) throws NotPlainException {
        return new PlainJpeg(FrameReader.read(tables, source, scan), source);
    }

    public Size size() {
        return frame.size();
    }

    /// Whether colours are coarser than the pixels of that fraction: one sample is then repeated,
    /// where a codec would smooth.
    public boolean coarse(int by) {
        return frame.coarse(by);
    }

    /// Decodes.
    ///
    /// @param by 1, 2, 4 or 8: how many pixels on a side become one
    /// @param sink takes the rows, as wide as the picture divided by that, rounded up
    /// @throws NotPlainException where this picture cannot be had so, or is broken: some rows may
    ///   have gone to the sink
    public void decode(int by, RowSink sink, Deadline deadline)
            throws NotPlainException, EngineFailure {
        new Units(frame, by).decode(Blocks.of(frame, source), sink, deadline);
    }
}
