package io.imageservice.faults;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// The Product service, as far as Kafka knows it.
final class ProductService implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    ProductService(String servers) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", servers, "acks", "all", "max.block.ms", "10000");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    void created(String product) {
        send("product.created", product);
    }

    void deleted(String product) {
        send("product.deleted", product);
    }

    private void send(String topic, String product) {
        producer.send(new ProducerRecord<>(topic, product, "{\"productId\":\"" + product + "\"}"));
    }

    /// Returns when the broker has everything.
    @Override
    public void close() {
        producer.flush();
        producer.close();
    }
}
