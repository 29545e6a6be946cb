package io.imageservice.engine;

import java.math.BigDecimal;

/// Numbers as the processing language writes them.
final class Numbers {
    private Numbers() {}

    /// Without exponent and without trailing zeros.
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
