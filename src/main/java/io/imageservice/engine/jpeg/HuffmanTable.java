package io.imageservice.engine.jpeg;

import java.util.Arrays;

/// A Huffman table for reading (ITU-T T.81, annex C and F.2.2.3): codes of up to ten bits are
/// looked up, and where the bits of the number behind a code fit too, the number comes with it.
final class HuffmanTable {
    /// Has no code: whoever looks for one learns that there is none.
    static final HuffmanTable NONE = new HuffmanTable();

    /// How many bits are looked up at once.
    static final int BITS = 10;

    static final int LONGEST = 16;

    /// By the next ten bits: symbol and length of the code, 8 bits each; 0 where the code is
    /// longer.
    private final int[] codes = new int[1 << BITS];

    /// By the next ten bits: number (16 bits), zeros before it (8 bits) and length of both
    /// together; 0 where they do not fit.
    private final int[] numbers = new int[1 << BITS];

    /// By length: the first code, widened to 16 bits, that is longer.
    private final int[] ends = new int[LONGEST + 1];

    /// By length: what leads from a code to the place of its symbol.
    private final int[] places = new int[LONGEST + 1];

    private final int[] symbols;

    private HuffmanTable() {
        this.symbols = new int[0];
    }

    /// @param table how many codes there are of each length from 1 to 16, then their symbols by
    ///   rising code
    /// @throws NotPlainException where there are too many codes; one of all ones is none
    HuffmanTable(int[] table) throws NotPlainException {
        this.symbols = Arrays.copyOfRange(table, LONGEST, table.length);
        int code = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            places[length] = place - code;
            if (code + table[length - 1] >= 1 << length) {
                throw new NotPlainException("too many codes");
            }
            for (int i = 0; i < table[length - 1]; i++) {
                shortCode(code++, length, symbols[place++]);
            }
            ends[length] = code << LONGEST - length;
            code <<= 1;
        }
        for (int bits = 0; bits < codes.length; bits++) {
            numbers[bits] = number(bits, codes[bits] & 0xff, codes[bits] >> 8);
        }
    }

    private void shortCode(int code, int length, int symbol) {
        int free = BITS - length;
        for (int rest = 0; free >= 0 && rest < 1 << free; rest++) {
            codes[(code << free) + rest] = symbol << 8 | length;
        }
    }

    private static int number(int bits, int length, int symbol) {
        int size = symbol & 15;
        int free = BITS - length - size;
        if (length == 0 || size == 0 || free < 0) {
            return 0;
        }
        int number = extend(bits >> free & (1 << size) - 1, size);
        return number << 16 | symbol >> 4 << 8 | length + size;
    }

    /// The number that so many bits stand for (T.81, F.2.2.1): half of all are negative.
    static int extend(int bits, int size) {
        return bits < 1 << size - 1 ? bits + (-1 << size) + 1 : bits;
    }

    int code(int nextBits) {
        return codes[nextBits];
    }

    int number(int nextBits) {
        return numbers[nextBits];
    }

    /// Symbol and length of a code that is longer than what is looked up; 0 where there is none.
    ///
    /// @param bits the next sixteen
    int longCode(int bits) {
        for (int length = BITS + 1; length <= LONGEST; length++) {
            if (bits < ends[length]) {
                return symbols[(bits >> LONGEST - length) + places[length]] << 8 | length;
            }
        }
        return 0;
    }
}
