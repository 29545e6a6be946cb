package io.imageservice.engine;

/// Mirror top and bottom.
public record Flip() implements Step {
    @Override
    public String canonical() {
        return "flip";
    }
}
