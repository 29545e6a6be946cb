package io.imageservice.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/// The page of a service that asks for API keys.
class KeysIT extends InBrowser {
    private static final String[] ALL_BUT_DELETE = {
        "images:read", "images:write", "images:confirm"
    };

    private static final String TOAST_ON_TOP =
            """
            const {x, y, width, height} = document.querySelector('.toast').getBoundingClientRect();
            const seen = document.elementFromPoint(x + width / 2, y + height / 2);
            return Boolean(seen?.closest('.toast'));
            """;

    @Override
    String origin() {
        return service.keyed().url().toString();
    }

    @Test
    void asksForAKeyTellsAWrongOneAndLetsARightOneIn() {
        browser.open("/").read("#banner", "asks for a key or token");
        browser.read("#live-text", "No access");
        browser.shot("no-key");
        assertEquals(List.of(), browser.barriers());

        enter("imgk_" + "x".repeat(43));
        browser.read("#banner", "does not know this key or token");
        enter(service.key(ALL_BUT_DELETE));

        browser.read("#banner", "lets you in");
        browser.read("#live-text", "Live");
        browser.count(".uploader select[name=category] option[value=PROFILE]", 1);
        browser.count(".grid-foot .problem", 0);
    }

    @Test
    void followsAnUploadAndShowsItsBytesWithTheKey() {
        browser.open("/");
        enter(service.key(ALL_BUT_DELETE));
        browser.read("#live-text", "Live");

        Drop.on(browser, Pictures.jpeg("keyed.jpg", 11));

        browser.count(".upload .chip[data-status=READY]", 1);
        browser.see(".card[data-status=READY] img.loaded");
        browser.click(".upload a.chip");
        browser.see(".renditions img.loaded");
        browser.click(".renditions a");
        browser.awaitTab("image/");
    }

    @Test
    void saysWhichScopeAKeyLacks() {
        String id = service.ready("POST", 1).getFirst();
        browser.open("/#/images/" + id).read("#detail-title", "asks for a key or token");
        enter(".detail .button", service.key(ALL_BUT_DELETE));
        browser.read("#detail-title", "post-0.jpg");

        browser.click(".detail .button.danger");
        browser.click(".ask .button.danger");

        browser.read(".toast[data-kind=error]", "it needs images:delete");
        assertEquals(true, browser.run(TOAST_ON_TOP), "something covers the message");
        browser.shot("no-scope");
        assertEquals("READY", service.get("/api/v1/images/" + id + "/status").get("status"));
    }

    @Test
    void saysThatAKeyThatMayNotReadIsNotEnough() {
        browser.open("/");
        enter(service.key("images:write"));

        browser.read("#banner", "it needs images:read");
        browser.read(".grid-foot", "it needs images:read");
    }

    private void enter(String key) {
        enter("#banner button", key);
    }

    private void enter(String button, String key) {
        browser.click(button);
        var field = browser.see("#credential");
        field.clear();
        field.sendKeys(key, Keys.ENTER);
        browser.count("#credential", 0);
    }
}
