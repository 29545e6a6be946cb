package io.imageservice.asset;

import io.imageservice.image.Image;
import java.util.List;

/// What a use case adds to the transaction that records its images.
public interface Admission {
    /// Takes the locks it needs (product, set) and may refuse; called before any row is written.
    default void admit() {}

    /// The rows are written, the transaction is still open.
    default void recorded(List<Image> images) {}
}
