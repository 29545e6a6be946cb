package io.imageservice.engine;

import java.util.List;

/// All that one job gave.
///
/// @param outputs one per wanted rendition, in their order
public record Rendered(List<Output> outputs, Look look) {
    public Rendered {
        outputs = List.copyOf(outputs);
    }
}
