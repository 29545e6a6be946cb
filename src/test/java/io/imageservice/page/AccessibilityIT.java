package io.imageservice.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// What axe calls serious or critical is a failure: on every page, in light and dark, wide and
/// narrow.
class AccessibilityIT extends InBrowser {
    @ParameterizedTest
    @CsvSource({
        "gallery, light, desk", "gallery, dark, phone",
        "detail, light, phone", "detail, dark, desk",
        "sets, light, desk", "sets, dark, phone",
        "operator, light, phone", "operator, dark, desk"
    })
    void shutsNobodyOut(String page, String theme, String size) {
        String id = service.ready("POST", 1).getFirst();
        browser.resize(size.equals("phone") ? Browser.PHONE : Browser.DESK);
        browser.open("/").read("#live-text", size.equals("phone") ? "" : "Live");
        browser.run("localStorage.setItem('image-service.theme', arguments[0])", theme);

        switch (page) {
            case "gallery" -> browser.open("/").see(".card img.loaded");
            case "detail" -> browser.open("/#/images/" + id).see(".renditions img.loaded");
            case "sets" -> browser.open("/#/sets/POST/story-1").see(".tray img.loaded");
            default -> browser.open("/#/operator").see(".tile");
        }

        browser.shot(page + "-" + theme + "-" + size);
        assertEquals(List.of(), browser.barriers());
        Object overflow = browser.run("return document.documentElement.scrollWidth - innerWidth");
        assertEquals(
                true, ((Number) overflow).intValue() <= 0, "the page is wider than the window");
    }

    @Test
    void opensAndClosesAnImageByKeysAlone() {
        service.ready("POST", 1);
        browser.open("/").read(".card-name", "post-0.jpg");

        browser.see(".card-link").sendKeys(Keys.ENTER);
        browser.read("#detail-title", ".jpg");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);

        browser.count("dialog", 0);
        browser.see(".grid");
    }
}
