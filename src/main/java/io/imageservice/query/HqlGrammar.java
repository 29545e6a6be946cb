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
    private static final ImagePage LONGEST =
            new ImagePage(
                    new ImagePage.Filter(ImageStatus.READY, "", "", "", "", ""),
                    new ImagePage.Place(OffsetDateTime.MAX, new UUID(0, 0)),
                    1);

    private HqlGrammar() {}

    /// Reads the longest question there is about images, as Hibernate reads at first.
    static void learn() {
        String hql = LONGEST.hql(new HashMap<>());
        var builder = HqlParseTreeBuilder.INSTANCE;
        HqlParser parser = builder.buildHqlParser(hql, builder.buildHqlLexer(hql));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        parser.statement();
    }
}
