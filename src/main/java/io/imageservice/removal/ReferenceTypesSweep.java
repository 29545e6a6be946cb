package io.imageservice.removal;

import io.imageservice.asset.SweepJob;
import io.imageservice.reference.Extensions;
import io.imageservice.reference.ReferenceTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Reads reference types and extensions again in this process, at once; every process does so by
/// itself on its schedule.
@ApplicationScoped
class ReferenceTypesSweep implements SweepJob {
    private final ReferenceTypes types;
    private final Extensions extensions;

    ReferenceTypesSweep(ReferenceTypes types, Extensions extensions) {
        this.types = types;
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "reference-types";
    }

    @Override
    public Map<String, Long> run() {
        types.refresh();
        extensions.refresh();
        return Map.of(
                "referenceTypes", (long) types.all().size(),
                "extensions", (long) extensions.all().size());
    }
}
