package io.imageservice.engine;

import java.util.Set;

/// What an engine, or a whole deployment, can convert.
///
/// @param reads formats it decodes
/// @param writes formats it encodes
/// @param animates whether an animation stays one in `main`
public record Capabilities(Set<ImageFormat> reads, Set<ImageFormat> writes, boolean animates) {
    public Capabilities {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    public boolean writes(Pipeline pipeline) {
        return writes.contains(pipeline.output());
    }

    public boolean reads(ImageFormat format) {
        return reads.contains(format);
    }

    /// Whether everything `wanted` can be done is done here too.
    public boolean covers(Capabilities wanted) {
        return reads.containsAll(wanted.reads)
                && writes.containsAll(wanted.writes)
                && (animates || !wanted.animates);
    }
}
