package io.imageservice.bench;

import io.imageservice.faults.Removal;

/// `./dev bench removal [PRODUCTS] [IMAGES]`: what it takes to end so many products with all their
/// images, 1000 x 10 unless told otherwise.
public final class RemovalBench {
    private RemovalBench() {}

    public static void main(String[] arguments) throws Exception {
        int products = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int images = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Removal.run(products, images);
        System.exit(0);
    }
}
