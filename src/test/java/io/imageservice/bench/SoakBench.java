package io.imageservice.bench;

import io.imageservice.faults.Soak;

/// `./dev bench soak [MINUTES]`: mixed load with hostile files for so long (30 unless told
/// otherwise), and what memory every process holds meanwhile.
public final class SoakBench {
    private SoakBench() {}

    public static void main(String[] arguments) throws Exception {
        Soak.run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30);
        System.exit(0);
    }
}
