package io.imageservice.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A new tab of [Chromium], with a person's patience.
final class Browser implements AutoCloseable {
    static final Dimension DESK = new Dimension(1440, 960);
    static final Dimension PHONE = new Dimension(390, 844);

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ChromeDriver driver;
    private final String origin;

    Browser(String origin) {
        this.origin = origin;
        driver = Chromium.driver();
        driver.manage().window().setSize(DESK);
        driver.executeCdpCommand("Page.bringToFront", Map.of()); // has the focus
    }

    Browser open(String path) {
        driver.get("about:blank");
        driver.get(origin + path);
        return this;
    }

    void resize(Dimension size) {
        driver.manage().window().setSize(size);
    }

    /// The first element that matches, waiting until there is one to be seen.
    WebElement see(String css) {
        return patiently(() -> "nothing to be seen at " + css)
                .until(d -> shown(css).findFirst().orElse(null));
    }

    /// Clicks the first element that matches, and again where it was drawn anew before the click.
    void click(String css) {
        patiently(() -> "nothing to be clicked at " + css)
                .until(d -> {
                    var first = shown(css).findFirst();
                    first.ifPresent(WebElement::click);
                    return first.isPresent();
                });
    }

    private Stream<WebElement> shown(String css) {
        return all(css).stream().filter(WebElement::isDisplayed);
    }

    /// Waits until the text is somewhere in the first element that matches.
    Browser read(String css, String text) {
        patiently(() -> "'%s' does not come up in %s".formatted(text, css))
                .until(d ->
                        d.findElements(By.cssSelector(css)).stream()
                                .anyMatch(element -> element.getText().contains(text)));
        return this;
    }

    /// Waits until exactly so many match.
    Browser count(String css, int expected) {
        patiently(() -> "%s: %d, not %d".formatted(css, all(css).size(), expected))
                .until(d -> all(css).size() == expected);
        return this;
    }

    /// Chooses of a list that the service fills: it is there a moment after the page.
    void choose(String css, String value) {
        var select = see(css);
        count(css + " option[value='" + value + "']", 1);
        new Select(select).selectByValue(value);
        assertEquals(1, select.findElements(By.cssSelector("option:checked")).size());
    }

    /// Waits for a second tab that shows something of this media type, and goes there.
    void awaitTab(String mediaType) {
        var here = driver.getWindowHandle();
        patiently(() -> "no second tab with " + mediaType)
                .until(d -> {
                    d.getWindowHandles().stream()
                            .filter(tab -> !tab.equals(here))
                            .forEach(tab -> d.switchTo().window(tab));
                    return String.valueOf(run("return document.contentType")).startsWith(mediaType)
                            && !d.getWindowHandle().equals(here);
                });
    }

    /// What is drawn anew while it is looked at is looked at again.
    private Wait<WebDriver> patiently(Supplier<String> complaint) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(complaint)
                .ignoring(StaleElementReferenceException.class);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    ChromeDriver driver() {
        return driver;
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /// Puts a picture of the page into `target/screenshots`.
    void shot(String name) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// What axe finds that shuts people out.
    List<String> barriers() {
        return Barriers.in(driver);
    }

    /// Leaves nothing of this test to the next: a new tab, and an empty browser around it.
    @Override
    public void close() {
        var used = driver.getWindowHandles();
        driver.switchTo().newWindow(WindowType.TAB);
        var fresh = driver.getWindowHandle();
        used.forEach(tab -> driver.switchTo().window(tab).close());
        driver.switchTo().window(fresh);
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand("Browser.resetPermissions", Map.of());
        driver.manage().logs().get(LogType.BROWSER);
    }
}
