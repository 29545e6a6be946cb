package io.imageservice.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a representation a `Range` header asks for (RFC 9110, section 14). Several ranges, other
/// units and what cannot be read mean the whole, as the RFC allows.
sealed interface ByteRange {
    record Whole() implements ByteRange {}

    /// Bytes `first` to `last`, both included.
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange of(String header, long size) {
        Matcher asked = ONE.matcher(header.strip());
        if (!asked.matches()) {
            return new Whole();
        }
        String first = asked.group(1);
        String last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Long.parseLong(last);
        if (to < from && !last.isEmpty()) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, Math.min(to, size - 1));
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0
                ? new Unsatisfiable()
                : new Part(Math.max(0, size - length), size - 1);
    }
}
