package io.imageservice.processing;

import io.imageservice.error.ErrorCode;
import java.util.List;

/// How rendering an image ended.
sealed interface Rendering {
    /// There are renditions to store.
    record Finished(List<Product> products) implements Rendering {
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
