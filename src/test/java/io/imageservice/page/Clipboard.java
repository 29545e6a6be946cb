package io.imageservice.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The browser's own clipboard, as a screenshot or "copy image" fills it.
final class Clipboard {
    private static final String SCRIPT =
            """
            const [width, height, done] = arguments;
            const canvas = new OffscreenCanvas(width, height);
            const pen = canvas.getContext('2d');
            pen.fillStyle = 'teal';
            pen.fillRect(0, 0, width, height);
            canvas.convertToBlob({type: 'image/png'})
                .then((blob) => navigator.clipboard.write([new ClipboardItem({'image/png': blob})]))
                .then(() => done(''), (error) => done(String(error)));
            """;

    private Clipboard() {}

    static void put(Browser browser, int width, int height) {
        var driver = browser.driver();
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        assertEquals("", driver.executeAsyncScript(SCRIPT, width, height));
    }
}
