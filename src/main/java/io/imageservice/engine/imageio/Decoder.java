package io.imageservice.engine.imageio;

import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.raster.Colours;
import io.imageservice.engine.raster.RowSink;
import java.io.IOException;

/// Decodes one format, row by row where the format allows.
interface Decoder {
    /// @param header what the bytes promise; anything else is BROKEN
    /// @throws IOException when the bytes are broken
    void decode(byte[] bytes, Header header, Opening opening, Deadline deadline)
            throws EngineFailure, IOException;

    /// Told the shape before the first row.
    interface Opening {
        /// How many pixels on a side a decoder may average into one without harm to what is wanted:
        /// 1, 2, 4 or 8.
        default int reducible() {
            return 1;
        }

        /// Whether all that is wanted is so much smaller that colours as coarse as a JPEG keeps
        /// them do no harm.
        default boolean shrinks() {
            return false;
        }

        /// @param channels 3, or 4 with alpha
        /// @param colours what the first three are
        /// @param by how many pixels on a side are averaged into one; rows and columns round up
        RowSink open(int channels, Colours colours, int by) throws EngineFailure;

        /// Opens for all pixels in sRGB.
        default RowSink open(int channels) throws EngineFailure {
            return open(channels, Colours.RGB, 1);
        }
    }

    /// That the codec sees the size the header showed, on which budget and permit were judged.
    static void same(Header header, int width, int height) throws EngineFailure {
        if (header.width() != width || header.height() != height) {
            throw EngineFailure.broken(
                    "header says %s, the pixels %dx%d".formatted(header.size(), width, height));
        }
    }
}
