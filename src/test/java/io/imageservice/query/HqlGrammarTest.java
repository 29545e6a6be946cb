package io.imageservice.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;
import org.junit.jupiter.api.Test;

class HqlGrammarTest {
    @Test
    void isKnownToParsersThatReadNothingYet() {
        HqlGrammar.learn();

        int known = known();
        assertNotEquals(0, known);
        HqlGrammar.learn();
        assertEquals(known, known(), "what it reads again it knows");
    }

    private static int known() {
        var builder = HqlParseTreeBuilder.INSTANCE;
        var fresh = builder.buildHqlParser("", builder.buildHqlLexer(""));
        return Arrays.stream(fresh.getInterpreter().decisionToDFA)
                .mapToInt(decision -> decision.states.size())
                .sum();
    }
}
