package io.imageservice.page;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the page shows when an answer comes after the news that outdates it.
class LateAnswersIT extends InBrowser {
    /// Holds the next question that matches, or the answer to it, until it is let go.
    private static final String HOLD =
            """
            const ask = window.fetch;
            window.hold = (pattern, what) => {
              window.held = {pattern, what, asked: false};
              window.held.gone = new Promise((go) => { window.held.go = go; });
            };
            window.fetch = async (path, init) => {
              const held = window.held;
              if (!held || held.asked || !new RegExp(held.pattern).test(path)) {
                return ask(path, init);
              }
              held.asked = true;
              if (held.what === 'question') await held.gone;
              const answer = await ask(path, init);
              if (held.what === 'question') return answer;
              const text = await answer.text();
              held.answered = true;
              await held.gone;
              return new Response(held.what === 'older answer' ? text.replace('READY', 'TEMP') : text, answer);
            };
            """;

    private static final String LET_GO =
            "window.held.go(); setTimeout(arguments[arguments.length - 1], 500)";

    @Test
    void anUploadStaysReadyWhenItsStatusWasReadBefore() {
        inEveryPage(HOLD);
        browser.open("/").read("#live-text", "Live");
        hold("/status$", "older answer");

        upload("GENERAL");
        awaitHeld("answered");
        letGo();

        browser.count(".upload .chip[data-status=READY]", 1);
    }

    @Test
    void aCardFollowsWhatHappenedWhileItsPageWasOnItsWay() {
        inEveryPage(HOLD);
        browser.open("/").read("#live-text", "Live");
        String id = upload("PROFILE");
        hold("/api/v1/images[?]", "answer");
        browser.choose(".filters select", "PROFILE");
        awaitHeld("answered");

        service.confirm(List.of(id), "late-" + id);
        browser.count(".upload .chip[data-status=CONFIRMED]", 1);
        letGo();

        browser.see(".card[data-id='" + id + "'][data-status=CONFIRMED]");
    }

    @Test
    void anImageInFullStaysDeletedWhenAnOlderAnswerComesLast() {
        inEveryPage(HOLD);
        String id = service.ready("PROFILE", 1).getFirst();
        browser.open("/#/images/" + id).read("#detail-title", "profile-0.jpg");
        browser.read("#live-text", "Live");
        browser.count(".renditions img.loaded", 4);
        hold("/api/v1/images/" + id + "$", "answer");
        service.confirm(List.of(id), "late-" + id);
        awaitHeld("answered");

        RestAssured.delete(service.origin() + "/api/v1/images/" + id).then().statusCode(202);
        browser.read("#detail-title", "This image was deleted");
        letGo();

        assertEquals("This image was deleted", browser.see("#detail-title").getText());
    }

    @Test
    void aSetKeepsWhatWasPutInWhileItWasRead() {
        inEveryPage(HOLD);
        service.ready("CATEGORY", 1);
        browser.open("/#/sets/CATEGORY/late-set").read("#live-text", "Live");
        browser.see(".tray button");
        hold("/references/", "answer");
        service.upload("CATEGORY", 1);
        awaitHeld("answered");

        browser.click(".tray button");
        browser.count(".sortable > li", 1);
        letGo();

        browser.count(".sortable > li", 1);
        browser.read("main [role=status]", "Not saved yet");
    }

    @Test
    void whatHappenedBeforeTheStreamStoodIsSeen() {
        inEveryPage(HOLD + "window.hold('/api/v1/events', 'question');");
        service.ready("CATEGORY", 1);
        browser.open("/").see(".card[data-status=READY]");

        String id = service.ready("CATEGORY", 1).getFirst();
        letGo();

        browser.see(".card[data-id='" + id + "'][data-status=READY]");
    }

    /// Uploads a picture by the page and waits until the page calls it ready.
    private String upload(String category) {
        browser.choose(".uploader select[name=category]", category);
        Drop.on(browser, Pictures.jpeg("late.jpg", 3));
        return uploaded();
    }

    private void inEveryPage(String script) {
        browser.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    private void hold(String pattern, String what) {
        browser.run("window.hold(arguments[0], arguments[1])", pattern, what);
    }

    private void awaitHeld(String reached) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Boolean.TRUE.equals(browser.run("return window.held." + reached)));
    }

    /// And gives the page the time to take it in.
    private void letGo() {
        browser.driver().executeAsyncScript(LET_GO);
    }
}
