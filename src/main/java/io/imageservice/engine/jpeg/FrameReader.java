package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads tables, frame and scan header (ITU-T T.81, annex B).
final class FrameReader {
    /// In which order a file has the coefficients of a block.
    static final int[] ORDER = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27,
        20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
        58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
    };

    private static final int BLOCK = 64;

    private final int[][] steps = new int[4][];
    private final HuffmanTable[] dc = new HuffmanTable[4];
    private final HuffmanTable[] ac = new HuffmanTable[4];
    private final List<Sampling> samplings = new ArrayList<>();
    private byte[] bytes;
    private int at;
    private int width;
    private int height;
    private int restart;

    private record Sampling(int id, int across, int down, int steps) {}

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
        at = end;
    }

    private void frame() throws NotPlainException {
        int precision = u8();
        height = u16();
        width = u16();
        int count = u8();
        if (precision != 8 || width == 0 || height == 0 || !samplings.isEmpty()) {
            throw new NotPlainException("frame");
        }
        for (int i = 0; i < count; i++) {
            int id = u8();
            int factors = u8();
            samplings.add(new Sampling(id, factors >> 4, factors & 15, u8()));
        }
    }

    private void huffman(int end) throws NotPlainException {
        while (at < end) {
            int where = u8();
            if (where >> 4 > 1) {
                throw new NotPlainException("Huffman table " + where);
            }
            int[] counts = new int[HuffmanTable.LONGEST];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = u8();
            }
            int[] symbols = new int[Arrays.stream(counts).sum()];
            for (int i = 0; i < symbols.length; i++) {
                symbols[i] = u8();
            }
            (where >> 4 == 0 ? dc : ac)[where & 15] = new HuffmanTable(counts, symbols);
        }
    }

    private void quantisation(int end) {
        while (at < end) {
            int where = u8();
            int[] table = new int[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                table[i] = where >> 4 == 0 ? u8() : u16();
            }
            steps[where & 15] = table;
        }
    }

    private Frame scan() throws NotPlainException {
        at += 4;
        int count = u8();
        if (count != samplings.size() || count != 1 && count != 3) {
            throw new NotPlainException("%d of %d components".formatted(count, samplings.size()));
        }
        List<Component> components = new ArrayList<>();
        for (Sampling sampling : samplings) {
            boolean same = u8() == sampling.id;
            int tables = u8();
            components.add(component(sampling, tables));
            if (!same) {
                throw new NotPlainException("order of components");
            }
        }
        at += 3;
        return new Frame(new Size(width, height), components, restart, at);
    }

    private Component component(Sampling sampling, int tables) throws NotPlainException {
        HuffmanTable first = dc[tables >> 4];
        HuffmanTable others = ac[tables & 15];
        int[] quantisation = steps[sampling.steps];
        if (first == null || others == null || quantisation == null) {
            throw new NotPlainException("a table is missing");
        }
        // The blocks of a single component stand in rows, whatever its factors.
        boolean alone = samplings.size() == 1;
        return new Component(
                alone ? 1 : sampling.across,
                alone ? 1 : sampling.down,
                quantisation,
                first,
                others);
    }

    private int u8() {
        return bytes[at++] & 0xff;
    }

    private int u16() {
        return u8() << 8 | u8();
    }
}
