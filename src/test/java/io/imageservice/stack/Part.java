package io.imageservice.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One server of the stack. It keeps its port and its data over any number of stops and kills.
public abstract sealed class Part permits PostgresPart, RedisPart, KafkaPart, S3Part {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path home;
    private final int port;
    private final @Nullable Keys keys;
    private @Nullable KeptProcess process;

    /// @param keys with which it speaks TLS only; null where it speaks plainly
    Part(String name, Path home, int port, @Nullable Keys keys) {
        this.name = name;
        this.home = home.toAbsolutePath();
        this.port = port;
        this.keys = keys;
    }

    /// What is needed before the server can run at all (unpacking, formatting); done at every
    /// start.
    abstract void prepare() throws IOException;

    abstract KeptProcess launch();

    /// Whether it answers as a client needs it.
    abstract boolean answers(KeptProcess running) throws Exception;

    /// The signal that makes this server end in good order.
    String endSignal() {
        return "TERM";
    }

    /// Starts it and returns when it answers.
    public final void start() {
        if (!Ports.isFree(port)) {
            throw new StackException(
                    "%s cannot start: port %d is taken by another program.".formatted(name, port));
        }
        try {
            prepare();
        } catch (IOException e) {
            throw new StackException(name + " could not be prepared: " + e.getMessage(), e);
        }
        process = launch();
        awaitAnswer(process);
    }

    /// Ends it in good order.
    public final void stop() {
        if (process != null) {
            process.end(endSignal(), Duration.ofSeconds(15));
            process = null;
        }
    }

    /// `kill -9`.
    public final void kill() {
        running().kill();
        process = null;
    }

    /// Freezes it: its connections stay open and nothing answers on them.
    public final void pause() {
        running().pause();
    }

    public final void resume() {
        running().resume();
    }

    public final int port() {
        return port;
    }

    public final String name() {
        return name;
    }

    /// The sentence about its unexpected end, null while all is well.
    public final @Nullable StackException crash() {
        return process == null || process.alive() ? null : process.ended();
    }

    /// The process behind it; what a benchmark measures.
    public final KeptProcess running() {
        if (process == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return process;
    }

    final @Nullable Keys keys() {
        return keys;
    }

    final Path home() {
        return home;
    }

    final Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    private void awaitAnswer(KeptProcess running) {
        if (answersWithin(PATIENCE)) {
            return;
        }
        if (!running.alive()) {
            throw running.ended();
        }
        running.kill();
        throw new StackException(
                "%s did not answer on port %d within %d s; its log is %s"
                        .formatted(name, port, PATIENCE.toSeconds(), log()));
    }

    /// Waits for an answer; false when there was none in time or the process has ended.
    final boolean answersWithin(Duration patience) {
        var running = running();
        var deadline = Instant.now().plus(patience);
        while (running.alive() && Instant.now().isBefore(deadline)) {
            if (answersNow(running)) {
                return true;
            }
            running.awaitEnd(Duration.ofMillis(50));
        }
        return false;
    }

    private boolean answersNow(KeptProcess running) {
        try {
            return answers(running);
        } catch (Exception e) {
            return false; // not yet: refused, half-open, still recovering
        }
    }
}
