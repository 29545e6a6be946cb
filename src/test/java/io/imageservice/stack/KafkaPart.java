package io.imageservice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Kafka 4.1 node that is broker and controller in one (KRaft). Topics are not created by
/// mentioning them: who forgets to create one shall notice.
public final class KafkaPart extends Part {
    private static final String CLUSTER = "aW1hZ2Utc2VydmljZS0wMQ";

    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

    private final int controllerPort = Ports.take(0);
    private final int backPort = Ports.take(0);
    private int backAdvertised = backPort;

    KafkaPart(Path home, int port, @Nullable Keys keys) {
        super("Kafka", home, port, keys);
    }

    /// A second way in, for a proxy in front of it; a broker tells its clients where to go on.
    int backPort() {
        return backPort;
    }

    /// Where clients that came the second way shall go on; before the start.
    void advertiseBack(int proxyPort) {
        backAdvertised = proxyPort;
    }

    /// What a client of a secured broker says.
    public static String login(String password) {
        return "%s required username=\"images\" password=\"%s\";".formatted(SCRAM, password);
    }

    public String bootstrapServers() {
        return (keys() == null ? "127.0.0.1:" : "localhost:") + port();
    }

    @Override
    void prepare() throws IOException {
        Files.createDirectories(home());
        Files.writeString(properties(), settings(data()) + secured(keys()));
        if (!Files.exists(data())) {
            Template.copy(keys() == null ? "kafka-4" : "kafka-4-secured", data(), this::format);
        }
    }

    private void format(Path folder) throws IOException {
        var settings = home().resolve("format.properties");
        Files.writeString(settings, settings(folder) + secured(keys()));
        var command = new ArrayList<>(java("kafka.tools.StorageTool", "format"));
        command.addAll(List.of("-t", CLUSTER, "-c", settings.toString()));
        if (keys() != null) {
            var user = "SCRAM-SHA-512=[name=images,password=%s]".formatted(Keys.PASSWORD);
            command.addAll(List.of("--add-scram", user));
        }
        var output = ProcessBuilder.Redirect.appendTo(log().toFile());
        if (Tools.finish(command, Map.of(), output) != 0) {
            throw new IOException("its storage could not be formatted; see " + log());
        }
    }

    @Override
    KeptProcess launch() {
        var command = java("kafka.Kafka", properties().toString());
        return KeptProcess.start(name(), command, Map.of(), log());
    }

    @Override
    boolean answers(KeptProcess running) {
        return running.log().contains("Kafka Server started") && !Ports.isFree(port());
    }

    private Path properties() {
        return home().resolve("server.properties");
    }

    private static List<String> java(String main, String... arguments) {
        return ServerJvm.of(
                "kafka",
                List.of(
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info"),
                main,
                arguments);
    }

    private Path data() {
        return home().resolve("data");
    }

    private String settings(Path data) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=FRONT://127.0.0.1:%1$d,BACK://127.0.0.1:%4$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=FRONT://%8$s,BACK://127.0.0.1:%5$d
        listener.security.protocol.map=FRONT:%6$s,BACK:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=%7$s
        log.dirs=%3$s
        auto.create.topics.enable=false
        offsets.topic.num.partitions=4
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        group.initial.rebalance.delay.ms=0
        # how long a killed broker counts as alive, and so how long its own restart must wait
        broker.session.timeout.ms=3000
        broker.heartbeat.interval.ms=500
        """
                .formatted(
                        port(),
                        controllerPort,
                        data,
                        backPort,
                        backAdvertised,
                        keys() == null ? "PLAINTEXT" : "SASL_SSL",
                        keys() == null ? "FRONT" : "BACK",
                        bootstrapServers());
    }

    private static String secured(@Nullable Keys keys) {
        if (keys == null) {
            return "";
        }
        return """
        listener.name.front.ssl.keystore.type=PKCS12
        listener.name.front.ssl.keystore.location=%s
        listener.name.front.ssl.keystore.password=%s
        listener.name.front.sasl.enabled.mechanisms=SCRAM-SHA-512
        listener.name.front.scram-sha-512.sasl.jaas.config=%s required;
        """
                .formatted(keys.store(), Keys.PASSWORD, SCRAM);
    }
}
