package io.imageservice.page;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

class GalleryIT extends InBrowser {
    private static final String WHOLLY_SEEN =
            """
            const [frame, picture] = ['.detail-stage', '.detail-stage img']
                .map((css) => document.querySelector(css).getBoundingClientRect());
            return picture.top >= frame.top && picture.bottom <= frame.bottom;
            """;

    @Test
    void uploadsByDropAndShowsThemBecomeReadyWithoutReload() {
        browser.open("/").read("#live-text", "Live");
        browser.run("window.sameDocument = true");
        browser.choose(".uploader select[name=category]", "PROFILE");

        Drop.on(browser, Pictures.jpeg("dawn.jpg", 1), Pictures.jpeg("dusk.jpg", 5));

        browser.count(".upload .chip[data-status=READY]", 2);
        browser.read(".card[data-status=READY] .card-name", "dusk.jpg");
        assertEquals(true, browser.run("return window.sameDocument"));
        browser.shot("upload");
    }

    @Test
    void uploadsAPictureThatIsPasted() {
        browser.open("/").read("#live-text", "Live");
        browser.see("#drop");

        Clipboard.put(browser, 160, 120);
        browser.run("document.getElementById('main').focus()");
        new Actions(browser.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys("v")
                .keyUp(Keys.CONTROL)
                .perform();

        String id = uploaded();
        var image = service.get("/api/v1/images/" + id);
        assertEquals(List.of(160, 120), List.of(image.getInt("width"), image.getInt("height")));
        assertEquals("PNG", image.getString("format"));
    }

    @Test
    void saysWhyAnUploadIsRefused() {
        browser.open("/").read("#live-text", "Live");

        Drop.on(browser, Pictures.text("holiday.jpg"));

        browser.read(".upload-problem code", "INVALID_FILE_CONTENT");
        browser.read(".upload .chip", "Refused");
        browser.shot("refused");
    }

    @Test
    void readsTheNextPageWhenOneScrollsDown() {
        service.upload("BANNER", 60);
        browser.open("/").read("#live-text", "Live");
        browser.choose(".filters select", "BANNER");
        browser.read(".card-name", "banner-");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> {
                    browser.run("window.scrollTo(0, document.body.scrollHeight)");
                    return browser.see(".grid-foot").getText().contains("That is everything");
                });

        browser.count(".card:not(.ghost)", 60);
    }

    @Test
    void showsAnImageInFullAndDeletesItAfterAsking() {
        String id = service.ready("POST", 1).getFirst();
        browser.open("/#/images/" + id).read("#detail-title", "post-0.jpg");
        browser.count(".renditions img.loaded", 4);
        browser.see(".detail-stage img.loaded");
        assertEquals(true, browser.run(WHOLLY_SEEN), "the picture leaves its frame");
        browser.read(".timeline", "Ready");
        browser.shot("detail");

        browser.click(".detail .button.danger");
        browser.click(".ask .button:not(.danger)");
        assertEquals("READY", service.get("/api/v1/images/" + id + "/status").get("status"));
        browser.click(".detail .button.danger");
        browser.click(".ask .button.danger");

        browser.count("dialog", 0);
        browser.open("/#/images/" + id).read("#detail-title", "This image was deleted");
        browser.read(".timeline", "Deleted");
    }

    @Test
    void showsWhatAnotherPodTookIn() {
        browser.open("/").read("#live-text", "Live");
        browser.see(".filters");

        String id = service.upload(service.other(), "CATEGORY", 1).getFirst();

        browser.see(".card[data-id='" + id + "'][data-status=READY]");
    }

    @Test
    void tellsWhenTheServiceIsGoneAndWhenItIsBack() {
        browser.open("/").read("#live-text", "Live");

        service.app().kill9();
        try {
            browser.read("#banner", "cannot be reached");
            Drop.on(browser, Pictures.jpeg("meanwhile.jpg", 8));
            browser.read(".upload .said", "trying again");
            browser.shot("gone");
        } finally {
            service.app().restart(); // the other tests need it too
        }

        browser.read("#banner", "back");
        browser.count(".picture .broken", 0);
        browser.read("#live-text", "Live");
        browser.count(".upload .chip[data-status=READY]", 1);
        Drop.on(browser, Pictures.jpeg("after.jpg", 9));
        browser.count(".upload .chip[data-status=READY]", 2);
    }

    @Test
    void obeysItsOwnContentSecurityPolicy() {
        service.ready("POST", 1);
        browser.open("/").read("#live-text", "Live");
        browser.see(".card img.loaded");

        List<String> violations =
                browser.driver().manage().logs().get("browser").getAll().stream()
                        .map(Object::toString)
                        .filter(line -> line.contains("Content Security Policy"))
                        .toList();

        assertEquals(List.of(), violations);
        String policy = RestAssured.get(service.origin() + "/").header("Content-Security-Policy");
        assertTrue(
                policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"),
                policy);
        assertFalse(policy.contains("unsafe"), policy);
    }
}
