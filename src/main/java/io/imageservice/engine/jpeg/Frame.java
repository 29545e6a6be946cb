package io.imageservice.engine.jpeg;

import io.imageservice.engine.Size;
import java.util.List;

/// What is to be known before the first block.
///
/// @param restart after how many units the scan begins anew; 0 for never
/// @param data where the scan's coded data begin in the file
record Frame(Size size, List<Component> components, int restart, int data) {
    /// How many blocks wide a unit is.
    int across() {
        return components.stream().mapToInt(Component::across).max().orElseThrow();
    }

    /// How many samples there are of a component (T.81, A.1.1).
    Size size(Component component) {
        return new Size(
                Math.ceilDiv(size.width() * component.across(), across()),
                Math.ceilDiv(size.height() * component.down(), down()));
    }

    /// How many blocks high a unit is.
    int down() {
        return components.stream().mapToInt(Component::down).max().orElseThrow();
    }
}
