package io.imageservice.page;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.WebDriver;

/// What axe finds in a page that shuts people out.
final class Barriers {
    private Barriers() {}

    static List<String> in(WebDriver page) {
        return new AxeBuilder()
                .analyze(page).getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(Barriers::words)
                        .toList();
    }

    private static String words(Rule rule) {
        String where =
                rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList().toString();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }
}
