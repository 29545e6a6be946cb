package io.imageservice.engine;

/// Mirror left and right.
public record Flop() implements Step {
    @Override
    public String canonical() {
        return "flop";
    }
}
