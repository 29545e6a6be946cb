package io.imageservice.messaging;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/// Asks the broker which topics there are, and makes those that are missing.
@ApplicationScoped
public class Broker {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final KafkaConfig config;
    private @Nullable Admin admin;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> settings, KafkaConfig config) {
        this.settings = settings;
        this.config = config;
    }

    /// The topics the broker has.
    ///
    /// @throws BrokerException when it does not answer within 10 s
    public Set<String> topics() {
        return asked(admin().listTopics().names()::get);
    }

    /// Makes those of `names` that are missing, with the configured partitions and retention.
    ///
    /// @return the names of those it made
    /// @throws BrokerException when the broker does not answer or refuses
    public List<String> create(Collection<String> names) {
        Set<String> there = topics();
        List<String> missing =
                names.stream().distinct().filter(name -> !there.contains(name)).toList();
        var made = admin().createTopics(missing.stream().map(this::topic).toList());
        for (String name : missing) {
            try {
                asked(requireNonNull(made.values().get(name))::get);
            } catch (BrokerException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return missing;
    }

    private NewTopic topic(String name) {
        Optional<Short> replication =
                config.replication() == 0 ? Optional.empty() : Optional.of(config.replication());
        return new NewTopic(name, Optional.of(config.partitions()), replication)
                .configs(Map.of("retention.ms", Long.toString(config.retention().toMillis())));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> own = new HashMap<>(settings);
            own.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, "image-service-admin");
            own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
            own.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "9000");
            admin = Admin.create(own);
        }
        return admin;
    }

    private interface Question<T> {
        T ask(long time, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while asking the broker", e);
        } catch (TimeoutException e) {
            throw new BrokerException("the broker did not answer within " + PATIENCE, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokerException("the broker: " + cause.getMessage(), cause);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
