package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.ArrayList;
import java.util.List;

/// Reads tables, frame and scan header (ITU-T T.81, annex B).
final class FrameReader {
    private static final int BLOCK = 64;

    private static final int TABLES = 0xFFC4;

    /// The most a codec takes on a side.
    private static final int LONGEST_SIDE = 65_500;

    /// The most blocks of a unit of several components (T.81, B.2.3).
    private static final int LARGEST_UNIT = 10;

    private static final int LOWEST_BIT = 13;
    private static final int MOST_CODES = 256;

    private static final int END = 0xFFD9;

    /// From here on nothing that decoding needs (T.81, table B.1).
    private static final int DESCRIPTIONS = 0xFFE0;

    private static final int SCAN = 0xFFDA;
    private static final int RESTART = 0xFFDD;

    private final int[][] quantisation = new int[4][];

    /// By class, DC first, and number: the table's counts and symbols. Looked up only once it is
    /// known to be used, for a file may have a million of them.
    private final int[][][] huffman = new int[2][4][];

    private final List<Sampling> samplings = new ArrayList<>();
    private byte[] bytes;
    private int at;
    private int width;
    private int height;
    private boolean progressive;
    private int restart;

    private record Sampling(int id, int across, int down, int quantisation) {
        int blocks() {
            return across * down;
        }
    }

    private FrameReader(byte[] tables) {
        this.bytes = tables;
    }

    /// @param tables the segments before the first scan, each with its marker
    /// @param source where, from `scan` on, the first scan begins with its marker
    static Frame read(byte[] tables, byte[] source, int scan) throws NotPlainException {
        try {
            FrameReader reader = new FrameReader(tables);
            while (reader.at < tables.length) {
                reader.segment(reader.u16());
            }
            reader.bytes = source;
            reader.at = scan;
            return reader.scans();
        } catch (IndexOutOfBoundsException e) {
            throw new NotPlainException("cut off", e);
        }
    }

    /// The one scan of a baseline file, or all of a progressive one, with the tables between them.
    private Frame scans() throws NotPlainException {
        Progress progress = new Progress(samplings.size());
        List<ScanHeader> scans = new ArrayList<>();
        for (int marker = u16(); marker != END; marker = u16()) {
            if (marker == SCAN) {
                ScanHeader scan = scan();
                scans.add(scan);
                if (!progressive) {
                    return frame(scans);
                }
                progress.add(scan);
                at = CodedData.end(bytes, at);
            } else if (marker == TABLES || marker == RESTART) {
                segment(marker);
            } else if (marker >= DESCRIPTIONS) {
                at += u16();
            } else {
                throw unknown(marker);
            }
        }
        progress.complete();
        return frame(scans);
    }

    private Frame frame(List<ScanHeader> scans) throws NotPlainException {
        List<Component> components = new ArrayList<>();
        for (Sampling sampling : samplings) {
            int[] steps = quantisation[sampling.quantisation];
            if (steps == null) {
                throw missing();
            }
            components.add(new Component(sampling.across, sampling.down, steps));
        }
        return new Frame(new Size(width, height), components, progressive, scans);
    }

    private void segment(int marker) throws NotPlainException {
        int end = at + u16();
        switch (marker) {
            case 0xFFC0, 0xFFC1 -> samplings();
            case 0xFFC2 -> {
                progressive = true;
                samplings();
            }
            case TABLES -> huffman(end);
            case 0xFFDB -> quantisation(end);
            case RESTART -> restart = u16();
            default -> throw unknown(marker);
        }
        if (at != end) {
            throw new NotPlainException("a segment of another length");
        }
    }

    private void samplings() throws NotPlainException {
        int precision = u8();
        height = u16();
        width = u16();
        int count = u8();
        boolean plain = precision == 8 && (count == 1 || count == 3) && samplings.isEmpty();
        if (!plain || !side(width) || !side(height)) {
            throw new NotPlainException("frame");
        }
        // The blocks of a single component stand in rows, whatever its factors.
        boolean alone = count == 1;
        for (int i = 0; i < count; i++) {
            int id = u8();
            int factors = u8();
            int across = factors >> 4;
            int down = factors & 15;
            boolean known = samplings.stream().anyMatch(other -> other.id == id);
            if (known || across < 1 || across > 4 || down < 1 || down > 4) {
                throw new NotPlainException("component");
            }
            samplings.add(new Sampling(id, alone ? 1 : across, alone ? 1 : down, u8()));
        }
    }

    private static boolean side(int pixels) {
        return pixels > 0 && pixels <= LONGEST_SIDE;
    }

    private void huffman(int end) throws NotPlainException {
        while (at < end) {
            int where = u8();
            int start = at;
            int symbols = 0;
            for (int i = 0; i < HuffmanTable.LONGEST; i++) {
                symbols += u8();
            }
            if (symbols > MOST_CODES) {
                throw new NotPlainException("too many codes");
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

    private ScanHeader scan() throws NotPlainException {
        int length = u16();
        int count = u8();
        if (count < 1 || length != 6 + 2 * count || !progressive && count != samplings.size()) {
            throw new NotPlainException("%d of %d components".formatted(count, samplings.size()));
        }
        int[] selectors = many(2 * count);
        int from = u8();
        int to = u8();
        int high = u8();
        int low = high & 15;
        boolean refines = high >> 4 != 0;
        boolean legal = progressive ? legal(count, from, to) : from + high == 0 && to == BLOCK - 1;
        if (!legal || low > LOWEST_BIT || refines && high >> 4 != low + 1) {
            throw new NotPlainException("a part of the coefficients");
        }
        List<ScanHeader.Part> parts = new ArrayList<>();
        int component = -1;
        for (int i = 0; i < selectors.length; i += 2) {
            component = component(selectors[i], component + 1);
            HuffmanTable dc = table(0, selectors[i + 1] >> 4, from == 0 && !refines);
            HuffmanTable ac = table(1, selectors[i + 1] & 15, to > 0);
            parts.add(new ScanHeader.Part(component, dc, ac));
        }
        int unit =
                parts.stream()
                        .map(part -> samplings.get(part.component()))
                        .mapToInt(Sampling::blocks)
                        .sum();
        if (count > 1 && unit > LARGEST_UNIT) {
            throw new NotPlainException("%d blocks in a unit".formatted(unit));
        }
        return new ScanHeader(parts, from, to, low, refines, restart, at);
    }

    /// First coefficients stand apart, the others those of one component alone (T.81, G.1.1.1).
    private static boolean legal(int count, int from, int to) {
        return from == 0 ? to == 0 : count == 1 && from <= to && to < BLOCK;
    }

    /// The place of a component in the frame.
    ///
    /// @param first where to look from: they are in order
    private int component(int id, int first) throws NotPlainException {
        for (int i = first; i < samplings.size(); i++) {
            if (samplings.get(i).id == id) {
                return i;
            }
        }
        throw new NotPlainException("order of components");
    }

    private HuffmanTable table(int kind, int number, boolean needed) throws NotPlainException {
        if (!needed) {
            return HuffmanTable.NONE;
        }
        int[] table = huffman[kind][number];
        if (table == null) {
            throw missing();
        }
        return new HuffmanTable(table);
    }

    private static NotPlainException missing() {
        return new NotPlainException("a table is missing");
    }

    private static NotPlainException unknown(int marker) {
        return new NotPlainException("marker " + Integer.toHexString(marker));
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
