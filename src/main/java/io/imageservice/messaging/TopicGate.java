package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Knows which topics exist. A producer asked for a topic that does not exist stands still for all
/// its senders until it gives up, so such a record must never reach it.
@ApplicationScoped
class TopicGate {
    /// How long a missing topic is believed to be missing.
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private final Broker broker;
    private final TopicNames names;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private @Nullable CompletableFuture<Boolean> looking;
    private long lookedNanos = System.nanoTime() - DOUBT.toNanos();

    TopicGate(Broker broker, TopicNames names) {
        this.broker = broker;
        this.names = names;
    }

    /// Completes when the topic is known to exist; fails when it does not, or the broker is away.
    CompletableFuture<Void> pass(String topic) {
        String name = names.of(topic);
        if (known.contains(name)) {
            return CompletableFuture.completedFuture(null);
        }
        return look().thenAccept(done -> {
            if (!known.contains(name)) {
                throw new IllegalStateException("there is no topic " + name);
            }
        });
    }

    /// One question at a time, whoever waits for it.
    private synchronized CompletableFuture<Boolean> look() {
        if (looking != null && !looking.isDone()) {
            return looking;
        }
        if (System.nanoTime() - lookedNanos < DOUBT.toNanos()) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        looking = answer;
        Thread.ofVirtual().name("topics").start(() -> ask(answer));
        return answer;
    }

    private void ask(CompletableFuture<Boolean> answer) {
        try {
            known.addAll(broker.topics());
            looked();
            answer.complete(true);
        } catch (BrokerException e) {
            answer.completeExceptionally(e);
        }
    }

    private synchronized void looked() {
        lookedNanos = System.nanoTime();
    }
}
