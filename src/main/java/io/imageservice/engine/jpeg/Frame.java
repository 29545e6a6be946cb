package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.List;

/// What is to be known before the first block.
///
/// @param scans one of all coefficients, or those that make them up by and by
/// @param across how many blocks wide a unit is
/// @param down how many blocks high a unit is
record Frame(
        Size size,
        List<Component> components,
        boolean progressive,
        List<ScanHeader> scans,
        int across,
        int down) {
    Frame(Size size, List<Component> components, boolean progressive, List<ScanHeader> scans) {
        this(
                size,
                components,
                progressive,
                scans,
                components.stream().mapToInt(Component::across).max().orElseThrow(),
                components.stream().mapToInt(Component::down).max().orElseThrow());
    }

    /// How many samples there are of a component (T.81, A.1.1).
    Size size(Component component) {
        return new Size(
                Math.ceilDiv(size.width() * component.across(), across),
                Math.ceilDiv(size.height() * component.down(), down));
    }

    /// Whether a component has fewer samples than there are pixels.
    ///
    /// @param by how many pixels on a side become one
    boolean coarse(int by) {
        return components.stream().anyMatch(c -> across > by * c.across() || down > by * c.down());
    }

    /// How many units are side by side.
    int columns() {
        return Math.ceilDiv(size.width(), across * Pass.SIDE);
    }

    /// How many rows of units there are.
    int rows() {
        return Math.ceilDiv(size.height(), down * Pass.SIDE);
    }
}
