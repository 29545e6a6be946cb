package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.raster.Pixels;
import io.imageservice.engine.raster.RowSink;
import java.io.EOFException;
import java.io.IOException;

/// PNG of every colour type and depth, row by row, straight to 8 bits: the JDK's reader would hold
/// 8 bytes a pixel for 16-bit pictures.
final class PngDecoder implements Decoder {
    private static final int[][] PASSES = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2}
    };

    @Override
    public void decode(byte[] bytes, Header header, Opening opening, Deadline deadline)
            throws EngineFailure, IOException {
        PngChunks chunks = PngChunks.read(bytes);
        Decoder.same(header, chunks.width(), chunks.height());
        PngSamples samples = new PngSamples(chunks);
        int channels = samples.channels();
        RowSink sink =
                IccRows.around(opening.open(channels), chunks.profile(), chunks.width(), channels);
        try (PngRows rows = new PngRows(chunks)) {
            if (chunks.interlaced()) {
                interlaced(chunks, samples, rows, deadline).sendTo(sink);
            } else {
                straight(chunks, samples, rows, sink, deadline);
            }
        } catch (EOFException e) {
            throw new EngineFailure(EngineFailure.Kind.BROKEN, "the pixels are cut off", e);
        }
    }

    private static void straight(
            PngChunks chunks, PngSamples samples, PngRows rows, RowSink sink, Deadline deadline)
            throws EngineFailure, IOException {
        byte[] out = new byte[chunks.width() * samples.channels()];
        rows.begin(chunks.width());
        for (int y = 0; y < chunks.height(); y++) {
            deadline.check();
            samples.convert(rows.next(), chunks.width(), out, 0, samples.channels());
            sink.row(out, 0);
        }
        rows.end();
    }

    private static Pixels interlaced(
            PngChunks chunks, PngSamples samples, PngRows rows, Deadline deadline)
            throws EngineFailure, IOException {
        int channels = samples.channels();
        Pixels whole = Pixels.blank(chunks.width(), chunks.height(), channels);
        for (int[] pass : PASSES) {
            int width = (chunks.width() - pass[0] + pass[2] - 1) / pass[2];
            if (width <= 0) {
                continue;
            }
            rows.begin(width);
            for (int y = pass[1]; y < chunks.height(); y += pass[3]) {
                deadline.check();
                int to = y * whole.stride() + pass[0] * channels;
                samples.convert(rows.next(), width, whole.data(), to, pass[2] * channels);
            }
        }
        rows.end();
        return whole;
    }
}
