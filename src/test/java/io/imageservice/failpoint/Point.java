package io.imageservice.failpoint;

import java.util.stream.Stream;

/// A boundary between two steps.
///
/// @param name as files are called: no spaces
/// @param type the class, `parameters` tells overloaded methods apart
/// @param after whether it is where the method ends well, else where it begins
public record Point(
        String name, String role, String type, String method, int parameters, boolean after) {
    static Point read(String line) {
        var words = line.split(" ");
        return new Point(
                words[0],
                words[1],
                words[2],
                words[3],
                Integer.parseInt(words[4]),
                words[5].equals("after"));
    }

    public String line() {
        return String.join(
                " ",
                name,
                role,
                type,
                method,
                Integer.toString(parameters),
                after ? "after" : "before");
    }

    /// All points, in the order of an image's life: role, name, class, method, parameters, where.
    public static Stream<Point> all() {
        return TABLE.lines()
                .map(line -> line.strip().split("\\s+"))
                .map(w ->
                        new Point(
                                w[1],
                                w[0],
                                "io.imageservice." + w[2],
                                w[3],
                                Integer.parseInt(w[4]),
                                w[5].equals("after")));
    }

    private static final String TABLE =
            """
            api    upload-begun             asset.Intake                take         3 before
            api    upload-stored            asset.Recorder              record       3 before
            api    upload-recorded          asset.Recorder              record       3 after
            api    upload-committed         asset.Intake                take         3 after
            api    relay-claimed            messaging.OutboxRows        claim        3 after
            api    relay-sending            messaging.OutboxRelay       emit         1 before
            api    relay-sent               messaging.KeyTurn           acknowledged 1 before
            api    relay-settling           messaging.OutboxRows        settle       2 before
            api    relay-settled            messaging.OutboxRows        settle       2 after
            worker render-leased            processing.Leases           take         1 after
            worker render-fetched           processing.Renderer         fetch        2 after
            worker render-counted           processing.Leases           start        1 after
            worker render-drawn             processing.Storing          all          1 before
            worker render-one-stored        processing.Storing          put          1 after
            worker render-stored            processing.Verdicts         ready        3 before
            worker render-recorded          processing.Verdicts         ready        4 after
            worker render-committed         processing.JobRun           ready        3 after
            worker render-acknowledging     processing.ProcessingWorker acknowledged 1 before
            api    confirm-begun            confirm.Confirmations       change       5 before
            api    confirm-changed          confirm.Confirmations       change       5 after
            api    confirm-committed        confirm.Confirmations       replace      5 after
            api    delete-ended             asset.Retirement            end          2 after
            worker product-consumed         product.ProductListener     once         3 after
            worker product-deleting         product.ProductLife         deleted      2 before
            worker product-committed        product.ProductListener     turn         3 after
            worker removal-begun            removal.ObjectRemover       clear        1 before
            worker removal-cleared          removal.ObjectRemover       clear        1 after
            worker removal-recorded         removal.ObjectRemover       record       1 after
            api    sweep-begun              removal.FailedDeletesSweep  run          0 before
            api    sweep-done               removal.Sweeps              report       1 after
            """;
}
