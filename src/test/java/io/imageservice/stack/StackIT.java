package io.imageservice.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.forTests());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void keepsWhatPostgresqlCommittedOverAKill() throws Exception {
        try (var database = Servers.database(stack)) {
            database.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        stack.postgres().kill();
        stack.postgres().start();

        try (var database = Servers.database(stack)) {
            var rows = database.createStatement().executeQuery("SELECT answer FROM kept");
            assertTrue(rows.next());
            assertEquals(42, rows.getInt(1));
        }
    }

    @Test
    void keepsKafkasTopicsOverAKill() throws Exception {
        Servers.createTopic(stack, "kept");

        stack.kafka().kill();
        stack.kafka().start();

        assertTrue(Servers.topics(stack).contains("kept"));
    }

    @Test
    void keepsWhatRedisWasToldOverARestart() throws Exception {
        assertEquals("+OK", Servers.redis(stack, "SET kept 42"));

        stack.redis().stop();
        stack.redis().start();

        assertEquals("$2", Servers.redis(stack, "GET kept"));
    }

    @Test
    void saysNothingWhilePausedAndGoesOnAfterwards() throws Exception {
        var redis = stack.redis();

        redis.pause();
        assertFalse(redis.answersWithin(Duration.ofMillis(500)));
        redis.resume();

        assertTrue(redis.answersWithin(Duration.ofSeconds(5)));
    }

    @Test
    void namesAPortThatIsTaken(@TempDir Path folder) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var s3 = new S3Part(folder.resolve("s3"), taken.getLocalPort(), null);

            var refusal = assertThrows(StackException.class, s3::start);

            assertEquals(
                    "S3 cannot start: port %d is taken by another program."
                            .formatted(taken.getLocalPort()),
                    refusal.getMessage());
        }
    }

    @Test
    void quotesTheLastWordsOfAProcessThatEndsByItself(@TempDir Path folder) {
        var command = List.of("sh", "-c", "echo out of paper >&2; exit 7");
        var process = KeptProcess.start("Printer", command, Map.of(), folder.resolve("log"));

        assertTrue(process.awaitEnd(Duration.ofSeconds(5)));

        var message = String.valueOf(process.ended().getMessage());
        assertTrue(message.startsWith("Printer ended by itself with exit code 7."), message);
        assertTrue(message.endsWith("out of paper"), message);
    }

    @Test
    void refusesDataThatAnotherStackUses(@TempDir Path folder) {
        try (var first = DataFolder.open(StackOptions.keptIn(folder))) {
            var again = StackOptions.keptIn(first.path());

            var refusal = assertThrows(StackException.class, () -> DataFolder.open(again));

            assertTrue(String.valueOf(refusal.getMessage()).contains("in use by another run"));
        }
    }

    @Test
    void keepsItsDataFromOtherRunsWhateverElseThisJvmAsks(@TempDir Path folder) throws Exception {
        try (var first = DataFolder.open(StackOptions.keptIn(folder))) {
            assertTrue(DataFolder.inUse(first.path()));

            var other = heldStack(folder).redirectErrorStream(true).start();

            var said = new String(other.getInputStream().readAllBytes(), UTF_8);
            assertTrue(said.contains("in use by another run"), said);
        }
    }

    @Test
    void leavesNoProcessBehindWhenItsParentIsKilled(@TempDir Path folder) throws Exception {
        var parent =
                heldStack(folder.resolve("data"))
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        var pids = parent.inputReader().readLine().split(" ");
        var below = parent.descendants().toList();
        assertEquals(4, pids.length);
        assertTrue(below.size() >= 4);

        parent.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> below.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static ProcessBuilder heldStack(Path data) {
        return new ProcessBuilder(
                Tools.java(),
                "-cp",
                System.getProperty("java.class.path"),
                HeldStack.class.getName(),
                data.toString());
    }
}
