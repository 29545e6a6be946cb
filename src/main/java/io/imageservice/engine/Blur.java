package io.imageservice.engine;

/// Gaussian blur; beyond the edges the edge's pixels go on.
///
/// @param sigma 0.3 to 100 pixels
public record Blur(double sigma) implements Step {
    public static final double LEAST = 0.3;
    public static final double MOST = 100;

    public Blur {
        if (!(sigma >= LEAST && sigma <= MOST)) {
            throw new IllegalArgumentException(
                    "sigma is not in %s..%s: %s".formatted(LEAST, MOST, sigma));
        }
    }

    @Override
    public String canonical() {
        return "blur:" + Numbers.plain(sigma);
    }
}
