package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.jpeg.CodedData;
import io.imageservice.engine.raster.Colours;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// A JPEG stripped to what decoding needs: no EXIF, no profile, no preview reaches the codec, and
/// its colour space is never left to a guess.
///
/// @param bytes the array holding the stream, from `start`
/// @param scans how many times the codec goes over the picture
@SuppressWarnings("ArrayRecordComponent") // never compared
record JpegStream(byte[] bytes, int start, int scans) {
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final byte[] JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private static final byte[] ADOBE = {
        (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0
    };

    static JpegStream of(JpegHead head) throws EngineFailure {
        byte[] source = head.source();
        int scans = scans(source, head.end());
        byte[] front = front(head);
        // The segments dropped left room: overwrite them rather than copy the picture.
        int start = Math.max(0, head.end() - front.length);
        byte[] bytes = front.length <= head.end() ? source : longer(source, head, front.length);
        System.arraycopy(front, 0, bytes, start, front.length);
        return new JpegStream(bytes, start, scans);
    }

    private static byte[] front(JpegHead head) {
        ByteArrayOutputStream front = new ByteArrayOutputStream(2048);
        front.write(0xff);
        front.write(0xd8);
        front.writeBytes(space(head));
        front.writeBytes(head.kept());
        return front.toByteArray();
    }

    /// The scans of the source, after that much room.
    private static byte[] longer(byte[] source, JpegHead head, int room) {
        byte[] longer = new byte[room + source.length - head.end()];
        System.arraycopy(source, head.end(), longer, room, source.length - head.end());
        return longer;
    }

    /// The segment that tells the codec what the components are. One that hears of RGB converts
    /// nothing: so luma and chroma pass as they are.
    private static byte[] space(JpegHead head) {
        if (head.components() == 4) {
            return head.adobe() < 0 ? new byte[0] : adobe(head.adobe());
        }
        boolean rgb = head.components() == 3 && !head.luma();
        return rgb || head.colours() == Colours.YCC ? adobe(0) : JFIF;
    }

    private static byte[] adobe(int transform) {
        byte[] segment = Arrays.copyOf(ADOBE, ADOBE.length + 1);
        segment[ADOBE.length] = (byte) transform;
        return segment;
    }

    /// How many scans there are up to the picture's end; behind it may be other pictures.
    ///
    /// @param from where the first one begins
    private static int scans(byte[] source, int from) throws EngineFailure {
        int scans = 0;
        int at = from;
        while (at + 1 < source.length && (source[at + 1] & 0xff) != EOI) {
            scans += (source[at + 1] & 0xff) == SOS ? 1 : 0;
            if (scans > CodedData.MOST_SCANS) {
                throw EngineFailure.unsupported(
                        "more than %d scans".formatted(CodedData.MOST_SCANS));
            }
            at = marker(source, at + 2);
        }
        if (scans > 1 && at + 1 >= source.length) {
            // The codec says nothing when whole scans are missing: the picture is only coarse.
            throw EngineFailure.broken("scans are missing");
        }
        return scans;
    }

    /// The next marker behind a segment and what may follow it.
    private static int marker(byte[] source, int segment) {
        if (segment + 1 >= source.length) {
            return source.length;
        }
        int length = (source[segment] & 0xff) << 8 | source[segment + 1] & 0xff;
        return CodedData.end(source, segment + length);
    }
}
