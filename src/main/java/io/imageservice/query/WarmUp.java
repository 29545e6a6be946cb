package io.imageservice.query;

import io.imageservice.image.ImagePage;
import io.imageservice.messaging.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// Asks for the newest image beside the rest of a start: else the first client waits for a parser
/// of queries that has never run.
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /// After the schema is known to be there, before all else.
    private static final int EARLY = 200;

    private static final ImagePage NEWEST =
            new ImagePage(new ImagePage.Filter(null, null, null, null, null, null), null, 1);

    private final ImageViews views;

    WarmUp(ImageViews views) {
        this.views = views;
    }

    void start(@Observes @Priority(EARLY) StartupEvent event, Roles roles) {
        if (roles.role().serves()) {
            Thread.ofVirtual().name("warm-up").start(this::tryToAsk);
        }
    }

    private void tryToAsk() {
        try {
            ask();
        } catch (RuntimeException e) {
            LOG.debugf("not warmed up: %s", e);
        }
    }

    void ask() {
        QuarkusTransaction.requiringNew().run(() -> views.views(NEWEST.fetch()));
    }
}
