package io.imageservice.event;

import java.util.Locale;

/// The names of the topics (spec 3-events.md). Deployments may put others in their place by
/// configuration; the code speaks these.
public final class Topics {
    public static final String PRODUCT_CREATED = "product.created";
    public static final String PRODUCT_DELETED = "product.deleted";
    public static final String TASKS = "image.tasks";
    public static final String DELETIONS = "image.deletions";
    public static final String TASKS_DLQ = "image.tasks.dlq";
    public static final String PRODUCT_EVENTS_DLQ = "product.events.dlq";
    public static final String LIFECYCLE = "image.lifecycle";

    private Topics() {}

    /// Where changes of a reference type's sets are told: `USER_BACKGROUND` gives
    /// `user-background-image-changed`.
    public static String changed(String referenceType) {
        return referenceType.toLowerCase(Locale.ROOT).replace('_', '-') + "-image-changed";
    }
}
