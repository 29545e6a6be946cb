package io.imageservice.engine;

/// A mild unsharp mask: Gaussian of sigma 1, amount 0.5.
public record Sharpen() implements Step {
    @Override
    public String canonical() {
        return "sharpen";
    }
}
