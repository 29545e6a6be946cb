package io.imageservice.engine.imageio;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates a PNG's rows and undoes their filters.
final class PngRows implements AutoCloseable {
    private final PngChunks chunks;
    private final int bitsPerPixel;
    private final int back;
    private final Inflater inflater = new Inflater();
    private final Iterator<ByteBuffer> data;
    private byte[] row = {};
    private byte[] above = {};

    PngRows(PngChunks chunks) {
        this.chunks = chunks;
        this.data = chunks.data().iterator();
        this.bitsPerPixel = PngSamples.perPixel(chunks.kind()) * chunks.depth();
        this.back = Math.max(1, bitsPerPixel / 8);
    }

    /// A new pass of rows this wide.
    void begin(int width) {
        int bytes = (int) (((long) width * bitsPerPixel + 7) / 8);
        // In front of each row stand the filter's byte and, as zeros, the pixel left of the first.
        row = new byte[back + bytes];
        above = new byte[back + bytes];
    }

    /// The next row, whose samples begin at [#first].
    byte[] next() throws IOException {
        byte[] old = above;
        above = row;
        row = old;
        byte[] filter = new byte[1];
        fill(filter, 0, 1);
        fill(row, back, row.length - back);
        PngFilter.undo(filter[0], row, above, back);
        return row;
    }

    int first() {
        return back;
    }

    private void fill(byte[] to, int from, int count) throws IOException {
        int done = 0;
        try {
            while (done < count) {
                int some = inflater.inflate(to, from + done, count - done);
                done += some;
                if (some == 0) {
                    feed();
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("the pixels cannot be inflated", e);
        }
    }

    private void feed() throws EOFException {
        if (inflater.finished() || inflater.needsDictionary() || !data.hasNext()) {
            throw new EOFException("no more pixels");
        }
        inflater.setInput(data.next().duplicate());
    }

    /// Reads on to the checksum behind the last row, so that damage shows.
    void end() throws IOException {
        byte[] none = new byte[1];
        try {
            while (!inflater.finished()) {
                if (inflater.inflate(none) > 0) {
                    return;
                }
                if (!inflater.finished()) {
                    feed();
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("wrong checksum behind the pixels", e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
