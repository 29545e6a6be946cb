package io.imageservice.engine.jpeg;

import java.util.List;

/// What the head of a scan says (ITU-T T.81, B.2.3).
///
/// @param parts the components in it, in the order of the frame
/// @param from its first coefficient, in the order of the file
/// @param to its last
/// @param low how many low bits of them it leaves to later scans
/// @param refines whether it brings one bit more of what earlier scans brought
/// @param restart after how many units it begins anew; 0 for never
/// @param data where its coded data begin in the file
record ScanHeader(
        List<Part> parts, int from, int to, int low, boolean refines, int restart, int data) {

    /// @param component its place in the frame
    /// @param dc for the first coefficient; without a code where the scan needs none
    /// @param ac for the others
    record Part(int component, HuffmanTable dc, HuffmanTable ac) {}

    /// Whether it has first coefficients, which may be those of several components.
    boolean first() {
        return from == 0;
    }
}
