package io.imageservice.messaging;

/// What a process of the service does (spec 3-events.md, "Roles").
public enum Role {
    /// HTTP and relay; no consumer group, no pixels, no schedules.
    API,
    /// Consumers, schedules and relay.
    WORKER,
    /// Everything in one process; migrates when it starts.
    ALL,
    /// Prepares schema, topics and bucket, then ends.
    MIGRATE;

    /// Whether it renders, consumes and keeps schedules.
    public boolean works() {
        return this == WORKER || this == ALL;
    }

    /// Whether clients ask it.
    public boolean serves() {
        return this == API || this == ALL;
    }

    /// Whether it sends what waits in the outbox.
    public boolean relays() {
        return this != MIGRATE;
    }

    /// Whether it brings the schema up to date by itself.
    public boolean migrates() {
        return this == ALL || this == MIGRATE;
    }
}
