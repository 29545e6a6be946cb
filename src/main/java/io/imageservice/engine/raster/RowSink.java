package io.imageservice.engine.raster;

/// Takes a picture row by row, from the top, as it is decoded, so that nobody has to hold it whole.
public interface RowSink {
    /// The next row: `width x channels` bytes from `offset`. The array is the sender's and changes
    /// after the call.
    void row(byte[] bytes, int offset);
}
