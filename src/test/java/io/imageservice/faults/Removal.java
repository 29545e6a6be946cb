package io.imageservice.faults;

import io.imageservice.app.Client;
import io.imageservice.app.Photographs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// So many products, each with so many images, and the time from the first `product.deleted` event
/// to the last object gone.
public final class Removal {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final byte[] PICTURE = Photographs.drawn(16, 16, 0.8f, 1);

    private Removal() {}

    /// Prints the figures; throws when anything is left.
    public static void run(int products, int images) throws Exception {
        try (var fleet = Fleet.start(1, 1, 384)) {
            var ids = Stream.generate(UUID::randomUUID).limit(products).toList();
            try (var service = new ProductService(fleet.stack().kafka().bootstrapServers())) {
                ids.forEach(id -> service.created(id.toString()));
            }
            long begin = System.nanoTime();
            upload(fleet, ids, images);
            var confirmed = "select count(*) from images where status = 'CONFIRMED'";
            awaitCount(fleet, confirmed, (long) products * images);
            System.out.printf(
                    "%d products x %d images, %d objects, uploaded and confirmed in %.0f s%n",
                    products,
                    images,
                    StoragePromises.objects(fleet.stack()).size(),
                    seconds(begin));

            begin = System.nanoTime();
            try (var service = new ProductService(fleet.stack().kafka().bootstrapServers())) {
                ids.forEach(id -> service.deleted(id.toString()));
            }
            awaitCount(
                    fleet,
                    "select count(*) from images where status = 'DELETED'",
                    (long) products * images);
            System.out.printf("all DELETED after %.1f s%n", seconds(begin));
            awaitCount(
                    fleet,
                    "select count(*) from images where purged_at is not null",
                    (long) products * images);
            System.out.printf("all objects verified gone after %.1f s%n", seconds(begin));
            Settling.await(fleet, PATIENCE);
            left(fleet);
        }
    }

    private static void upload(Fleet fleet, List<UUID> ids, int images)
            throws InterruptedException {
        var client = new Client(fleet.of("api").getFirst().url());
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var id : ids) {
                threads.submit(() -> {
                    var path = "/api/v1/products/" + id + "/images";
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .until(() -> client.get(path).status() == 200);
                    for (int i = 0; i < images; i++) {
                        Awaitility.await()
                                .atMost(PATIENCE)
                                .until(() ->
                                        client.upload(path, List.of(PICTURE), Map.of()).accepted());
                    }
                });
            }
        }
    }

    private static void awaitCount(Fleet fleet, String query, long wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    try (var rows = Rows.of(fleet.stack())) {
                        return rows.count(query) == wanted;
                    }
                });
    }

    private static void left(Fleet fleet) throws Exception {
        var objects = StoragePromises.objects(fleet.stack()).size();
        try (var rows = Rows.of(fleet.stack())) {
            var left =
                    "objects %d, storage_objects %d, image_sequence %d, products %d, removal_failures %d"
                            .formatted(
                                    objects,
                                    rows.count("select count(*) from storage_objects"),
                                    rows.count("select count(*) from image_sequence"),
                                    rows.count("select count(*) from products"),
                                    rows.count("select count(*) from removal_failures"));
            System.out.println("left: " + left);
            if (!left.equals(
                    "objects 0, storage_objects 0, image_sequence 0, products 0, removal_failures 0")) {
                throw new IllegalStateException("not everything is gone: " + left);
            }
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
