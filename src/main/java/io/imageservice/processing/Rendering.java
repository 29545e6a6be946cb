package io.imageservice.processing;

import io.imageservice.engine.Look;
import io.imageservice.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How rendering an image ended.
sealed interface Rendering {
    /// There are renditions to store.
    ///
    /// @param look what the picture looks like; null where nothing was drawn
    record Finished(List<Product> products, @Nullable Look look) implements Rendering {
        public Finished {
            products = List.copyOf(products);
        }
    }

    /// The picture can never be rendered.
    record Refused(ErrorCode code, String why) implements Rendering {}

    /// It went wrong this time.
    record Stumbled(String why, int attempt) implements Rendering {}

    /// Meanwhile the image ended, or somebody else took it.
    record Lost() implements Rendering {}
}
