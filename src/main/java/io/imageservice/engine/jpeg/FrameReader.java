package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.ArrayList;
import java.util.List;

/// Reads tables, frame and scan header (ITU-T T.81, annex B).
final class FrameReader {
    private static final int BLOCK = 64;

    private final int[][] quantisation = new int[4][];

    /// By class, DC first, and number: the table's counts and symbols. Looked up only once it is
    /// known to be used, for a file may have a million of them.
    private final int[][][] huffman = new int[2][4][];

    private final List<Sampling> samplings = new ArrayList<>();
    private byte[] bytes;
    private int at;
    private int width;
    private int height;
    private int restart;

    private record Sampling(int id, int across, int down, int quantisation) {}

    private FrameReader(byte[] tables) {
        this.bytes = tables;
    }

    /// @param tables the segments before the scan, each with its marker
    /// @param source where, from `scan` on, the scan begins with its marker
    static Frame read(byte[] tables, byte[] source, int scan) throws NotPlainException {
        try {
            FrameReader reader = new FrameReader(tables);
            while (reader.at < tables.length) {
                reader.segment();
            }
            reader.bytes = source;
            reader.at = scan;
            return reader.scan();
        } catch (IndexOutOfBoundsException e) {
            throw new NotPlainException("cut off", e);
        }
    }

    private void segment() throws NotPlainException {
        int marker = u16();
        int end = at + u16();
        switch (marker) {
            case 0xFFC0, 0xFFC1 -> frame();
            case 0xFFC4 -> huffman(end);
            case 0xFFDB -> quantisation(end);
            case 0xFFDD -> restart = u16();
            default -> throw new NotPlainException("marker " + Integer.toHexString(marker));
        }
        if (at != end) {
            throw new NotPlainException("a segment of another length");
        }
    }

    private void frame() throws NotPlainException {
        int precision = u8();
        height = u16();
        width = u16();
        int count = u8();
        if (precision != 8 || width == 0 || height == 0 || !samplings.isEmpty()) {
            throw new NotPlainException("frame");
        }
        // The blocks of a single component stand in rows, whatever its factors.
        boolean alone = count == 1;
        for (int i = 0; i < count; i++) {
            int id = u8();
            int factors = u8();
            int across = factors >> 4;
            int down = factors & 15;
            if (across < 1 || across > 4 || down < 1 || down > 4) {
                throw new NotPlainException("factors");
            }
            samplings.add(new Sampling(id, alone ? 1 : across, alone ? 1 : down, u8()));
        }
    }

    private void huffman(int end) {
        while (at < end) {
            int where = u8();
            int start = at;
            int symbols = 0;
            for (int i = 0; i < HuffmanTable.LONGEST; i++) {
                symbols += u8();
            }
            at = start;
            huffman[where >> 4][where & 15] = many(HuffmanTable.LONGEST + symbols);
        }
    }

    private void quantisation(int end) {
        while (at < end) {
            int where = u8();
            int[] table = new int[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                table[i] = where >> 4 == 0 ? u8() : u16();
            }
            quantisation[where & 15] = table;
        }
    }

    private Frame scan() throws NotPlainException {
        at += 2;
        int length = u16();
        int count = u8();
        boolean all = count == samplings.size() && length == 6 + 2 * count;
        if (!all || count != 1 && count != 3) {
            throw new NotPlainException("%d of %d components".formatted(count, samplings.size()));
        }
        List<Component> components = new ArrayList<>();
        for (Sampling sampling : samplings) {
            if (u8() != sampling.id) {
                throw new NotPlainException("order of components");
            }
            components.add(component(sampling, u8()));
        }
        if (u8() != 0 || u8() != BLOCK - 1 || u8() != 0) {
            throw new NotPlainException("a part of the coefficients");
        }
        return new Frame(new Size(width, height), components, restart, at);
    }

    private Component component(Sampling sampling, int tables) throws NotPlainException {
        int[] steps = quantisation[sampling.quantisation];
        int[] dc = huffman[0][tables >> 4];
        int[] ac = huffman[1][tables & 15];
        if (steps == null || dc == null || ac == null) {
            throw new NotPlainException("a table is missing");
        }
        return new Component(
                sampling.across, sampling.down, steps, new HuffmanTable(dc), new HuffmanTable(ac));
    }

    private int[] many(int count) {
        int[] many = new int[count];
        for (int i = 0; i < count; i++) {
            many[i] = u8();
        }
        return many;
    }

    private int u8() {
        return bytes[at++] & 0xff;
    }

    private int u16() {
        return u8() << 8 | u8();
    }
}
