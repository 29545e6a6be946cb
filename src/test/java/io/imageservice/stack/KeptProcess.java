package io.imageservice.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A process that dies with this JVM, even when this JVM is killed with `kill -9` (see
/// `stack/keeper.sh` for how), and that can be frozen, killed and asked to end.
public final class KeptProcess {
    private final String name;
    private final Path log;
    private final long logStart;
    private final Process keeper;
    private final ProcessHandle kept;

    private KeptProcess(String name, Path log, long logStart, Process keeper, ProcessHandle kept) {
        this.name = name;
        this.log = log;
        this.logStart = logStart;
        this.keeper = keeper;
        this.kept = kept;
    }

    /// Starts `command`; `environment` is added to this JVM's, an empty value takes a variable
    /// away.
    public static KeptProcess start(
            String name, List<String> command, Map<String, String> environment, Path log) {
        var line = new ArrayList<>(Tools.ownSession());
        line.addAll(List.of("sh", "-c", script(), "keeper"));
        line.addAll(command);
        var builder = new ProcessBuilder(line);
        environment.forEach((key, value) -> set(builder.environment(), key, value));
        builder.environment().put("KEEPER_LOG", log.toString());
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var logStart = Files.exists(log) ? Files.size(log) : 0;
            var keeper = builder.redirectError(Redirect.appendTo(log.toFile())).start();
            var pid = new BufferedReader(new InputStreamReader(keeper.getInputStream(), UTF_8));
            var kept = ProcessHandle.of(Long.parseLong(String.valueOf(pid.readLine())));
            return new KeptProcess(name, log, logStart, keeper, kept.orElse(keeper.toHandle()));
        } catch (IOException | NumberFormatException e) {
            throw new StackException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    public long pid() {
        return kept.pid();
    }

    public boolean alive() {
        return keeper.isAlive();
    }

    /// What the process has written since this start.
    public String log() {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(logStart);
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /// A sentence about a process that is no longer there, with its last words.
    public StackException ended() {
        var lines = log().lines().filter(line -> !line.isBlank()).toList();
        var last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        return new StackException(
                "%s ended by itself with exit code %d. Its log is %s; the last lines:\n  %s"
                        .formatted(name, exitCode(), log, String.join("\n  ", last)));
    }

    /// -1 while it runs.
    public int exitCode() {
        return keeper.isAlive() ? -1 : keeper.exitValue();
    }

    /// Sends the signal that asks it to end, and `kill -9` when it has not obeyed in time.
    public void end(String signal, Duration patience) {
        resume();
        Tools.signal(signal, Stream.of(kept));
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /// `kill -9` for the process and everything below it.
    public void kill() {
        // frozen first, so that it starts no further child between the listing and the kill
        Tools.signal("STOP", Stream.of(kept));
        var below = kept.descendants().toList();
        Tools.signal("KILL", Stream.concat(Stream.of(kept), below.stream()));
        awaitEnd(Duration.ofSeconds(10));
    }

    /// Freezes it: connections stay open, nothing answers.
    public void pause() {
        Tools.signal("STOP", Stream.of(kept));
        Tools.signal("STOP", kept.descendants());
    }

    public void resume() {
        Tools.signal("CONT", Stream.concat(kept.descendants(), Stream.of(kept)));
    }

    public boolean awaitEnd(Duration patience) {
        try {
            return keeper.waitFor(patience.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void set(Map<String, String> environment, String key, String value) {
        if (value.isEmpty()) {
            environment.remove(key);
        } else {
            environment.put(key, value);
        }
    }

    private static String script() throws StackException {
        try (var in = KeptProcess.class.getResourceAsStream("/stack/keeper.sh")) {
            return new String(requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new StackException("stack/keeper.sh cannot be read from the class path", e);
        }
    }
}
