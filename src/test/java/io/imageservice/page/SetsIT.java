package io.imageservice.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

class SetsIT extends InBrowser {
    @Test
    void putsSelectedImagesIntoASetOrdersThemByDragAndByKeysAndConfirms() {
        List<String> ids = service.ready("PRODUCT", 3);
        browser.open("/").read("#live-text", "Live");
        for (String id : ids) {
            WebElement card = browser.see(".card[data-id='" + id + "']");
            new Actions(browser.driver()).moveToElement(card).perform();
            card.findElement(By.cssSelector("input[type=checkbox]")).click();
        }
        browser.click(".selection .button.primary");
        browser.see("input[name=referenceId]").sendKeys("chair-4711", Keys.ENTER);
        browser.count(".sortable > li", 3);
        List<String> begun = order();

        drag(0, 2);
        assertEquals(List.of(begun.get(1), begun.get(2), begun.get(0)), order());
        handle(2).sendKeys(Keys.ARROW_LEFT);
        List<String> wanted = List.of(begun.get(1), begun.get(0), begun.get(2));
        assertEquals(wanted, order());
        browser.shot("set");
        browser.click("main .row .button.primary");

        browser.read("main section", "3 images");
        var set = service.get("/api/v1/references/PRODUCT/chair-4711/images");
        assertEquals(wanted, set.getList("images.imageId"));
        ids.forEach(id -> service.awaitStatus(id, "CONFIRMED"));
    }

    @Test
    void asksBeforeWhatIsTakenOutOfASetIsDeleted() {
        List<String> ids = service.ready("PRODUCT", 2);
        service.confirm(ids, "table-1");
        browser.open("/#/sets/PRODUCT/table-1").count(".sortable > li", 2);

        browser.click(".sortable > li .icon-button");
        browser.click("main .row .button.primary");
        browser.click(".ask .button.danger");

        browser.read("main section", "1 image");
        service.get("/api/v1/images/" + ids.get(1) + "/status");
        assertEquals(
                List.of(ids.get(1)),
                service.get("/api/v1/references/PRODUCT/table-1/images").getList("images.imageId"));
    }

    private List<String> order() {
        return browser.all(".sortable > li").stream()
                .map(li -> li.getAttribute("data-id"))
                .toList();
    }

    private WebElement handle(int place) {
        return browser.all(".sortable .handle").get(place);
    }

    private void drag(int from, int to) {
        new Actions(browser.driver())
                .moveToElement(handle(from))
                .clickAndHold()
                .moveToElement(handle(to), 10, 0)
                .moveByOffset(4, 0)
                .release()
                .perform();
    }
}
