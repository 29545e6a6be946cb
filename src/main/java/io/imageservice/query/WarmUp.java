package io.imageservice.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imageservice.image.ImagePage;
import io.imageservice.image.ImageStatus;
import io.imageservice.messaging.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.UUID;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;
import org.jboss.logging.Logger;

/// Asks for the newest image beside the rest of a start: else the first client waits for a parser
/// of queries that has never run.
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /// After the schema is known to be there, before all else.
    private static final int EARLY = 1200;

    private static final ImagePage NEWEST =
            new ImagePage(new ImagePage.Filter(null, null, null, null, null, null), null, 1);

    static {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            learn();
        }
    }

    private final ImageViews views;
    private final ObjectMapper json;

    WarmUp(ImageViews views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    /// Reads the longest question there is about images; returns how much of the grammar the parser
    /// knows. What it learns while the executable is built is in the executable: the first question
    /// would cost 8 ms and 5 MB.
    static int learn() {
        var all = new ImagePage.Filter(ImageStatus.READY, "", "", "", "", "");
        var last = new ImagePage.Place(OffsetDateTime.MAX, new UUID(0, 0));
        String hql = new ImagePage(all, last, 1).hql(new HashMap<>());
        var builder = HqlParseTreeBuilder.INSTANCE;
        HqlParser parser = builder.buildHqlParser(hql, builder.buildHqlLexer(hql));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL); // as Hibernate reads
        parser.statement();
        return Arrays.stream(parser.getInterpreter().decisionToDFA)
                .mapToInt(decision -> decision.states.size())
                .sum();
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
