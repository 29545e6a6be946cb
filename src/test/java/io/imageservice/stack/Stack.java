package io.imageservice.stack;

import java.nio.file.Path;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.LogManager;

/// PostgreSQL, Redis, Kafka and S3, each a real server in a process of its own that ends with this
/// JVM.
///
/// ```java
/// try (var stack = Stack.start(StackOptions.forTests())) {
///     var app = App.start(stack, AppOptions.role("all"));
///     stack.kafka().kill();
/// }
/// ```
public final class Stack implements AutoCloseable {
    static final Path TARGET = Path.of("target", "stack");
    static final Path SOURCES = Path.of("src", "test", "stack");

    private final DataFolder data;
    private final PostgresPart postgres;
    private final RedisPart redis;
    private final KafkaPart kafka;
    private final S3Part s3;
    private final Map<Part, Proxy> proxies = new HashMap<>();
    private final Deque<Runnable> guests = new ConcurrentLinkedDeque<>();

    private Stack(DataFolder data, StackOptions options) {
        this.data = data;
        var ports = options.ports();
        var folder = data.path();
        var keys = options.secured() ? Keys.make(folder.resolve("keys")) : null;
        postgres = new PostgresPart(folder.resolve("postgres"), Ports.take(ports.postgres()), keys);
        redis = new RedisPart(folder.resolve("redis"), Ports.take(ports.redis()), keys);
        kafka = new KafkaPart(folder.resolve("kafka"), Ports.take(ports.kafka()), keys);
        s3 = new S3Part(folder.resolve("s3"), Ports.take(ports.s3()), keys);
        if (options.proxied()) {
            List.of(postgres, redis, s3).forEach(part -> proxies.put(part, new Proxy(part.port())));
            var broker = new Proxy(kafka.backPort());
            kafka.advertiseBack(broker.port());
            proxies.put(kafka, broker);
        }
    }

    /// Starts all parts at once and returns when every one of them answers (about 5 s).
    public static Stack start(StackOptions options) {
        var stack = new Stack(DataFolder.open(options), options);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        // Were parts the first to log, one by SLF4J and one by the JDK, either would wait for the
        // other to initialise JBoss' log manager.
        LogManager.getLogManager();
        try {
            Together.each(stack.parts(), Part::start);
            return stack;
        } catch (StackException e) {
            stack.close();
            throw e;
        }
    }

    /// With which every part speaks TLS, of a stack that does.
    public Keys keys() {
        return Objects.requireNonNull(postgres.keys(), "the stack speaks plainly");
    }

    /// What the service must be told to find these servers, by the names of its configuration.
    public Map<String, String> properties() {
        return Settings.of(this);
    }

    /// Where the service finds a part: at its proxy, if there is one.
    int front(Part part) {
        var proxy = proxies.get(part);
        return proxy == null ? part.port() : proxy.port();
    }

    /// What the service talks to a part through, where the options asked for it.
    public Proxy proxy(Part part) {
        return Objects.requireNonNull(proxies.get(part), "the stack is not proxied");
    }

    /// The same as environment variables.
    public Map<String, String> environment() {
        return Settings.environment(properties());
    }

    public PostgresPart postgres() {
        return postgres;
    }

    public RedisPart redis() {
        return redis;
    }

    public KafkaPart kafka() {
        return kafka;
    }

    public S3Part s3() {
        return s3;
    }

    public List<Part> parts() {
        return List.of(postgres, redis, kafka, s3);
    }

    /// Has something done before the parts stop: a process that uses them ends before they do.
    public void beforeStop(Runnable action) {
        guests.push(action);
    }

    /// Whether another process runs a stack on this data.
    public static boolean inUse(Path data) {
        return DataFolder.inUse(data);
    }

    /// Stops what runs, in good order, and removes the data unless it is kept.
    @Override
    public void close() {
        for (var guest = guests.poll(); guest != null; guest = guests.poll()) {
            guest.run();
        }
        proxies.values().forEach(Proxy::close);
        Together.each(parts(), Part::stop);
        data.close();
    }
}
