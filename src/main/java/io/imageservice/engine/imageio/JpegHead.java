package io.imageservice.engine.imageio;

import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.raster.Colours;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.TreeMap;

/// Everything before a JPEG's first scan, sorted into what decoding needs and what only describes.
final class JpegHead {
    private static final int SOS = 0xDA;
    private static final int PROGRESSIVE = 0xC2;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final String ICC = "ICC_PROFILE\0";

    private final byte[] source;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(2048);
    private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();
    private Optional<byte[]> profile = Optional.empty();
    private int components;
    private int firstId;
    private boolean progressive;
    private boolean jfif;
    private int adobe = -1;
    private int at = 2;

    private JpegHead(byte[] source) {
        this.source = source;
    }

    static JpegHead read(byte[] source) throws EngineFailure {
        JpegHead head = new JpegHead(source);
        try {
            while (head.segment()) {}
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new EngineFailure(EngineFailure.Kind.BROKEN, "cut off before the first scan", e);
        }
        head.profile = head.neededProfile();
        return head;
    }

    /// Takes the next segment; false at the first scan.
    private boolean segment() throws EngineFailure {
        while (source[at] != (byte) 0xff) {
            at++;
        }
        while (source[at] == (byte) 0xff) {
            at++;
        }
        int marker = u8(at);
        if (marker == SOS) {
            at--;
            return false;
        }
        if (marker == 0 || marker == 1 || marker >= 0xD0 && marker <= 0xD9) {
            at++;
            return true;
        }
        int length = u8(at + 1) << 8 | u8(at + 2);
        if (length < 2 || at + 1 + length > source.length) {
            throw EngineFailure.broken("a segment of %d bytes".formatted(length));
        }
        sort(marker, at + 3, length - 2);
        at += 1 + length;
        return true;
    }

    private void sort(int marker, int body, int length) {
        if (marker == APP14 && length >= 12 && text(body, "Adobe")) {
            adobe = u8(body + 11);
        } else if (marker == 0xE0 && length >= 5 && text(body, "JFIF\0")) {
            jfif = true;
        } else if (marker == APP2 && length > 14 && text(body, ICC)) {
            byte[] part = new byte[length - 14];
            System.arraycopy(source, body + 14, part, 0, part.length);
            pieces.putIfAbsent(u8(body + 12), part);
        } else if (marker < 0xE0 && marker >= 0xC0) {
            frame(marker, body, length);
            keep(marker, body, length);
        }
    }

    private void frame(int marker, int body, int length) {
        boolean tables = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        if (marker <= 0xCF && !tables && length >= 9) {
            components = u8(body + 5);
            firstId = u8(body + 6);
            progressive = marker == PROGRESSIVE;
        }
    }

    private void keep(int marker, int body, int length) {
        kept.write(0xff);
        kept.write(marker);
        kept.write(source, body - 2, length + 2);
    }

    private boolean text(int from, String latin) {
        for (int i = 0; i < latin.length(); i++) {
            if (u8(from + i) != latin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int u8(int index) {
        return source[index] & 0xff;
    }

    /// Whether the picture comes by and by, in several scans.
    boolean progressive() {
        return progressive;
    }

    /// 1, 3 or 4.
    int components() {
        return components;
    }

    /// Whether there are three components, luma and chroma: JFIF says so, Adobe may deny it, and
    /// without either only components named R, G, B are not.
    boolean luma() {
        return components == 3 && (jfif || (adobe < 0 ? firstId != 'R' : adobe != 0));
    }

    /// The transform of Adobe's segment (0 none, 1 YCbCr, 2 YCCK), -1 without one.
    int adobe() {
        return adobe;
    }

    private Optional<byte[]> neededProfile() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.values().forEach(whole::writeBytes);
        Optional<byte[]> embedded =
                whole.size() == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
        boolean needed = components == 4 || !IccRows.neutral(embedded);
        return needed ? embedded : Optional.empty();
    }

    /// The embedded profile; empty too where it would convert nothing.
    Optional<byte[]> profile() {
        return profile;
    }

    /// What three components are kept as: luma and chroma where no profile wants RGB, for
    /// converting what is kept costs less.
    Colours colours() {
        return luma() && profile.isEmpty() ? Colours.YCC : Colours.RGB;
    }

    /// The whole file.
    byte[] source() {
        return source;
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    /// Where the first scan begins.
    int end() {
        return at;
    }
}
