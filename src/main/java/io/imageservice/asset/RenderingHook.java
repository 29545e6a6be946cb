package io.imageservice.asset;

import io.imageservice.image.Image;

/// What else happens when rendering ends, in the very transaction that ends it. Every bean of this
/// type is called, with the image locked through [ImageLocks] (its set before it); what it throws
/// undoes the transaction, and the transaction is tried again.
public interface RenderingHook {
    /// The image has become READY.
    void ready(Image locked);

    /// The image has become FAILED.
    default void failed(Image locked) {}
}
