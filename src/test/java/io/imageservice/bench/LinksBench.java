package io.imageservice.bench;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// `./dev bench links [CLIENTS] [SECONDS]`: requests a second and p99 of a product's temporary
/// links, ten images, from the cache. Client and service share the machine.
public final class LinksBench {
    private static final int IMAGES = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI links;

    private LinksBench(App app, UUID product) {
        links = app.url().resolve("/api/v1/products/" + product + "/images");
    }

    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 32;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        UUID product = UUID.randomUUID();
        try (var stack = Stack.start(StackOptions.forTests());
                var app = App.start(stack, AppOptions.role("all"))) {
            LinksBench bench = new LinksBench(app, product);
            bench.prepare(stack, product);
            bench.load(clients, 5, "warm-up");
            bench.load(clients, seconds, "measured");
        }
        System.exit(0);
    }

    private void prepare(Stack stack, UUID product) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.properties().get("kafka.bootstrap.servers"));
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(
                    new ProducerRecord<>(
                            "product.created", product.toString(), product.toString()));
        }
        await(() -> get().statusCode() == 200);
        for (int i = 0; i < IMAGES; i++) {
            int status = upload();
            if (status != 202) {
                throw new IllegalStateException("an upload was answered " + status);
            }
        }
        await(() -> get().body().split("seqNumber", -1).length - 1 == IMAGES);
    }

    private void load(int clients, int seconds, String label) throws InterruptedException {
        var nanos = new ConcurrentLinkedQueue<Long>();
        var wrong = new ConcurrentLinkedQueue<Integer>();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        int status = get().statusCode();
                        nanos.add(System.nanoTime() - start);
                        if (status != 200) {
                            wrong.add(status);
                        }
                    }
                    return null;
                });
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%s: %d clients, %.0f requests/s, p50 %.1f ms, p99 %.1f ms, not 200: %d%n",
                label,
                clients,
                sorted.length / took,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                wrong.size());
        if (Arrays.stream(sorted).count() == 0) {
            throw new IllegalStateException("nothing was answered");
        }
    }

    private java.net.http.HttpResponse<String> get() throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(links).GET().build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private int upload() throws IOException, InterruptedException {
        String boundary = "----bench";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(boundary);
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", body);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII));
        HttpRequest request =
                HttpRequest.newBuilder(links)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private interface Check {
        boolean done() throws Exception;
    }

    private static void await(Check check) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.done()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE);
            }
            Thread.sleep(200);
        }
    }
}
