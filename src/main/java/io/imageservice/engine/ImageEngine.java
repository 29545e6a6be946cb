package io.imageservice.engine;

import java.nio.file.Path;
import java.util.List;

/// Decodes a picture once and renders everything wanted from it.
///
/// Whatever the bytes are, an engine answers: a result, or an [EngineFailure], within the deadline
/// (checked between bands and stages, so late by some 100 ms) and within the memory that
/// [#pixelsNeeded] stands for. Thread-safe; a job runs on the calling thread, which should be a
/// platform thread.
public interface ImageEngine {
    /// `imageio` or `vips`.
    String name();

    Capabilities capabilities();

    /// Renders every wanted rendition, or none.
    ///
    /// EXIF orientation is applied, colours are sRGB, no metadata gets out. Of an animation the
    /// first frame is rendered, save for a pipeline without steps: that stays animated, or is
    /// [Output.Kept] where the engine cannot.
    ///
    /// @param header what [io.imageservice.engine.header.Headers#read] said of the same file
    Rendered render(Path source, Header header, List<Rendition> wanted, Deadline deadline)
            throws EngineFailure;

    /// How many pixels of 4 bytes the job holds at its peak: the weight of its permit.
    long pixelsNeeded(Header header, List<Rendition> wanted);
}
