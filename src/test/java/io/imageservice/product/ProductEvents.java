package io.imageservice.product;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The Product service, as far as Kafka knows it.
@ApplicationScoped
public class ProductEvents {
    private final KafkaProducer<String, String> producer;

    ProductEvents(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers),
                        new StringSerializer(),
                        new StringSerializer());
    }

    public void send(String topic, String value) {
        producer.send(new ProducerRecord<>(topic, value));
        producer.flush();
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
