package io.imageservice.stack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What a test asks the servers of a stack directly, past the service.
public final class Servers {
    private Servers() {}

    /// A connection to the service's database.
    public static Connection database(Stack stack) throws SQLException {
        return database(stack, "prefer");
    }

    /// The same, or an exception, without TLS.
    public static Connection plainDatabase(Stack stack) throws SQLException {
        return database(stack, "disable");
    }

    private static Connection database(Stack stack, String sslMode) throws SQLException {
        var login = new Properties();
        login.putAll(Map.of("user", PostgresPart.USER, "password", PostgresPart.PASSWORD));
        login.put("sslmode", sslMode);
        return Objects.requireNonNull(
                new org.postgresql.Driver().connect(stack.postgres().jdbcUrl(), login));
    }

    /// What a part says to bytes in the clear until it hangs up; nothing when it only hangs up.
    public static String plainly(Part part, String bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), part.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketException e) {
            return ""; // reset
        }
    }

    public static Admin kafka(Stack stack) {
        return Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()));
    }

    /// Reads all partitions of a topic from their begin, without a group.
    public static KafkaConsumer<String, String> consumer(String servers, String topic) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", servers),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /// The first line of Redis' answer to one command.
    public static String redis(Stack stack, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stack.redis().port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            var answer = new InputStreamReader(socket.getInputStream(), US_ASCII);
            return String.valueOf(new BufferedReader(answer).readLine());
        }
    }

    static void createTopic(Stack stack, String name)
            throws ExecutionException, InterruptedException {
        try (var kafka = kafka(stack)) {
            kafka.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    static Set<String> topics(Stack stack) throws ExecutionException, InterruptedException {
        try (var kafka = kafka(stack)) {
            return kafka.listTopics().names().get();
        }
    }
}
