package io.imageservice.engine.imageio;

import io.imageservice.engine.Capabilities;
import io.imageservice.engine.Deadline;
import io.imageservice.engine.EngineFailure;
import io.imageservice.engine.Header;
import io.imageservice.engine.ImageEngine;
import io.imageservice.engine.Rendered;
import io.imageservice.engine.Rendition;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The engine that needs nothing installed.
public final class ImageIoEngine implements ImageEngine {
    @Override
    public String name() {
        return "imageio";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Set.of(), Set.of(), false);
    }

    @Override
    public Rendered render(Path source, Header header, List<Rendition> wanted, Deadline deadline)
            throws EngineFailure {
        throw EngineFailure.unsupported("not written yet");
    }

    @Override
    public long pixelsNeeded(Header header, List<Rendition> wanted) {
        return header.size().pixels();
    }
}
