package io.imageservice.engine.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads blocks of coefficients from a scan (ITU-T T.81, F.2.2).
final class EntropyReader {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /// The longest code and the longest number together.
    private static final int ENOUGH = 32;

    private static final int RESTART = 0xD0;
    private static final byte END = (byte) 0xD9;
    private static final byte SCAN = (byte) 0xDA;
    private static final int SIXTEEN_ZEROS = 0xF0;

    private static final int[] PLACES = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27,
        20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
        58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63, 63, 63, 63, 63, 63, 63, 63,
        63, 63, 63, 63, 63, 63, 63, 63, 63
    };

    private final byte[] bytes;
    private int at;

    /// The next bits, from the highest; zero below `left` of them.
    private long next;

    private int left;

    /// How many of the bits left are not from the file, which has ended or shows a marker.
    private int missing;

    EntropyReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /// Where in a block, in rows of eight, a coefficient belongs.
    ///
    /// @param place in the file; past the end it is the last
    static int place(int place) {
        return PLACES[place];
    }

    /// Reads a block into `block`, which is zero: the first coefficient as it differs from the
    /// block before, the others multiplied with their steps.
    ///
    /// @return whether any but the first is not zero
    boolean block(ScanHeader.Part tables, int[] steps, int[] block) throws NotPlainException {
        block[0] = difference(tables.dc());
        HuffmanTable table = tables.ac();
        int place = 1;
        while (place < 64) {
            refill();
            int bits = (int) (next >>> 64 - HuffmanTable.BITS);
            int number = table.number(bits);
            if (number == 0) {
                int symbol = symbol(table, bits);
                int size = symbol & 15;
                if (size == 0) {
                    if (symbol != SIXTEEN_ZEROS) {
                        break;
                    }
                    place += 16;
                    continue;
                }
                number = number(size) << 16 | symbol << 4;
            } else {
                skip(number & 0xff);
            }
            place += number >> 8 & 15;
            block[PLACES[place]] = (number >> 16) * steps[place & 63];
            place++;
        }
        return place > 1;
    }

    /// How much a first coefficient differs from the one before.
    int difference(HuffmanTable table) throws NotPlainException {
        int size = symbol(table);
        if (size > 15) {
            throw new NotPlainException("a difference of %d bits".formatted(size));
        }
        return size == 0 ? 0 : number(size);
    }

    /// What the next code stands for. A number of up to 16 bits is at hand behind it.
    int symbol(HuffmanTable table) throws NotPlainException {
        refill();
        return symbol(table, (int) (next >>> 64 - HuffmanTable.BITS));
    }

    private int symbol(HuffmanTable table, int bits) throws NotPlainException {
        int code = table.code(bits);
        if (code == 0) {
            code = table.longCode((int) (next >>> 64 - HuffmanTable.LONGEST));
            if (code == 0) {
                throw new NotPlainException("no such code");
            }
        }
        skip(code & 0xff);
        return code >> 8;
    }

    /// The number of so many bits behind a code.
    int number(int size) {
        int bits = (int) (next >>> 64 - size);
        skip(size);
        return HuffmanTable.extend(bits, size);
    }

    /// The next bits, 1 to 16 of them.
    int bits(int count) {
        refill();
        int bits = (int) (next >>> 64 - count);
        skip(count);
        return bits;
    }

    private void skip(int bits) {
        next <<= bits;
        left -= bits;
    }

    /// Sees to it that a code and its number are at hand.
    private void refill() {
        if (left >= ENOUGH) {
            return;
        }
        if (at + Long.BYTES <= bytes.length) {
            long ahead = (long) LONGS.get(bytes, at);
            if ((~ahead - LOW_BITS & ahead & HIGH_BITS) == 0) {
                int whole = 64 - left >> 3;
                next |= ahead >>> left;
                left += whole << 3;
                at += whole;
                next &= -1L << 64 - left;
                return;
            }
        }
        bytewise();
    }

    /// Past bytes of ones, which mark: a zero behind one says that it is no marker.
    private void bytewise() {
        while (left <= 56) {
            long value = 0;
            if (at + 1 >= bytes.length) {
                missing += 8;
            } else if (bytes[at] != (byte) 0xff) {
                value = bytes[at++] & 0xff;
            } else if (bytes[at + 1] == 0) {
                value = 0xff;
                at += 2;
            } else {
                missing += 8;
            }
            next |= value << 56 - left;
            left += 8;
        }
    }

    /// That all that was read was in the file.
    void check() throws NotPlainException {
        if (left < missing) {
            throw new NotPlainException("cut off");
        }
    }

    /// That this was the only scan, and the file was not cut off behind it.
    void checkEnd() throws NotPlainException {
        for (int i = at; i + 1 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xff && bytes[i + 1] == SCAN) {
                break;
            }
            if (bytes[i] == (byte) 0xff && bytes[i + 1] == END) {
                return;
            }
        }
        throw new NotPlainException("no end");
    }

    /// Goes on behind a marker of restart where one is due.
    ///
    /// @param interval after how many units; 0 for never
    /// @param units how many there were
    boolean restarts(int interval, int units) throws NotPlainException {
        if (interval == 0 || units == 0 || units % interval != 0) {
            return false;
        }
        restart(units / interval - 1);
        return true;
    }

    /// @param count how many there were before
    private void restart(int count) throws NotPlainException {
        check();
        boolean marked =
                left - missing < 8
                        && at + 1 < bytes.length
                        && bytes[at] == (byte) 0xff
                        && (bytes[at + 1] & 0xff) == RESTART + (count & 7);
        if (!marked) {
            throw new NotPlainException("no restart where one is due");
        }
        at += 2;
        next = 0;
        left = 0;
        missing = 0;
    }
}
