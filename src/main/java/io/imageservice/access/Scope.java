package io.imageservice.access;

import java.util.List;

/// What a credential may do. None implies another; every endpoint names the one it needs.
public final class Scope {
    /// Images, lists, sets, links, histories and events.
    public static final String READ = "images:read";

    /// Uploads, whatever endpoint they come through.
    public static final String WRITE = "images:write";

    /// Making images the set of a reference.
    public static final String CONFIRM = "images:confirm";

    /// Ending images.
    public static final String DELETE = "images:delete";

    /// What operators do, and the metrics.
    public static final String ADMIN = "images:admin";

    static final List<String> ALL = List.of(READ, WRITE, CONFIRM, DELETE, ADMIN);

    private Scope() {}
}
