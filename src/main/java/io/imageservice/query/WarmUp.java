package io.imageservice.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.image.ImagePage;
import io.imageservice.messaging.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/// Asks for the newest image beside the rest of a start, and writes the answer to nowhere: else the
/// first client waits for readers and writers that have never run.
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /// After the schema is known to be there (1100), before whatever has no place of its own.
    private static final int EARLY = 1200;

    private static final ImagePage NEWEST =
            new ImagePage(new ImagePage.Filter(null, null, null, null, null, null), null, 1);

    static {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            HqlGrammar.learn();
        }
    }

    private final ImageViews views;
    private final ObjectMapper json;

    WarmUp(ImageViews views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    void start(@Observes @Priority(EARLY) StartupEvent event, Roles roles) {
        if (roles.role().serves()) {
            Thread.ofVirtual().name("warm-up").start(this::tryToAsk);
        }
    }

    private void tryToAsk() {
        try {
            ask();
        } catch (IOException | RuntimeException e) {
            LOG.debugf("not warmed up: %s", e);
        }
    }

    void ask() throws IOException {
        var newest = QuarkusTransaction.requiringNew().call(() -> views.views(NEWEST.fetch()));
        json.writeValue(OutputStream.nullOutputStream(), new ListResource.Page(newest, null));
    }
}
