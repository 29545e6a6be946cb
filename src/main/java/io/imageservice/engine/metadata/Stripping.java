package io.imageservice.engine.metadata;

/// What became of a file whose metadata was to be removed.
public sealed interface Stripping {
    /// The same picture without metadata; the orientation is kept, and nothing else of the EXIF.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Clean(byte[] bytes) implements Stripping {}

    /// It cannot be done for this file: it must not be shown to the public.
    record Impossible(String why) implements Stripping {}
}
