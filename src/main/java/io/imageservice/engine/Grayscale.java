package io.imageservice.engine;

/// Drop the colours, keep the lightness (Rec. 709 luma of the sRGB values).
public record Grayscale() implements Step {
    @Override
    public String canonical() {
        return "grayscale";
    }
}
