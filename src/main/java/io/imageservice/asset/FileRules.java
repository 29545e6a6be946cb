package io.imageservice.asset;

import io.imageservice.engine.ImageFormat;
import java.util.Set;

/// What the place a file is meant for takes.
///
/// @param maxBytes the largest file
/// @param formats what its bytes may be
public record FileRules(long maxBytes, Set<ImageFormat> formats) {
    public FileRules {
        formats = Set.copyOf(formats);
    }

    boolean accepts(ImageFormat format) {
        return formats.contains(format);
    }
}
