package io.imageservice.stack;

/// What a [Proxy] can do to the connections through it.
public enum Fault {
    /// No connection is taken, those there are reset.
    REFUSED,
    /// Connections are taken, and reset in the middle of their first answer.
    RESET,
    /// Every answer comes 5 s late.
    LATENCY,
    /// Connections are taken; nothing gets through either way.
    BLACK_HOLE,
    /// What is sent arrives; no answer comes back.
    ONE_WAY,
    /// The server's end is gone after 1 s, the client hears of it 5 s later.
    SLOW_CLOSE;

    /// As a person writes it.
    public String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
