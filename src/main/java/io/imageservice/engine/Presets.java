package io.imageservice.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Named pieces of the processing language: the three of S1 and those a deployment configures.
public final class Presets {
    private static final Map<String, String> BUILT_IN =
            Map.of(
                    "thumbnail", "resize:300x300",
                    "resize", "resize:1200x1200",
                    "watermark", "watermark");

    private final Map<String, String> texts;

    private Presets(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    public static Presets standard() {
        return new Presets(BUILT_IN);
    }

    /// The built-in ones and these; one of the same name replaces a built-in one.
    ///
    /// @param configured processing texts by name; they may not use presets themselves
    /// @throws PipelineException when a text cannot be read
    public static Presets of(Map<String, String> configured) {
        Presets none = new Presets(Map.of());
        configured.values().forEach(text -> Pipeline.parse(text, none));
        Map<String, String> all = new LinkedHashMap<>(BUILT_IN);
        all.putAll(configured);
        return new Presets(all);
    }

    /// The processing text behind a name.
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
