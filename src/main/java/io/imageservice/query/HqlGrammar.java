package io.imageservice.query;

import io.imageservice.image.ImagePage;
import io.imageservice.image.ImageStatus;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.UUID;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/// The grammar of queries, as much of it as Hibernate's parser has learnt.
///
/// It learns while it reads: a process' first question costs it 8 ms and 5 MB. What it reads while
/// the executable is built ([WarmUp]) it knows there from the start.
final class HqlGrammar {
    private static final ImagePage.Place SOMEWHERE =
            new ImagePage.Place(OffsetDateTime.MAX, new UUID(0, 0));

    private HqlGrammar() {}

    /// Reads the longest questions there are about images: of one status, and of all but DELETED.
    static void learn() {
        read(new ImagePage.Filter(ImageStatus.READY, "", "", "", "", ""));
        read(new ImagePage.Filter(null, "", "", "", "", ""));
    }

    /// As Hibernate reads at first.
    private static void read(ImagePage.Filter filter) {
        String hql = new ImagePage(filter, SOMEWHERE, 1).hql(new HashMap<>());
        var builder = HqlParseTreeBuilder.INSTANCE;
        HqlParser parser = builder.buildHqlParser(hql, builder.buildHqlLexer(hql));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        parser.statement();
    }
}
