package io.imageservice.page;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Files let fall on the page, as a person drags them in from the desktop.
public final class Drop {
    private static final String SCRIPT =
            """
            const data = new DataTransfer();
            for (const {name, type, base64} of arguments[0]) {
              const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
              data.items.add(new File([bytes], name, {type}));
            }
            const zone = document.querySelector('#drop');
            for (const kind of ['dragenter', 'dragover', 'drop']) {
              zone.dispatchEvent(
                  new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
            }
            """;

    private Drop() {}

    public record Dropped(String name, String type, byte[] bytes) {}

    static void on(Browser browser, Dropped... files) {
        browser.see("#drop");
        List<Map<String, String>> all =
                List.of(files).stream()
                        .map(file ->
                                Map.of(
                                        "name", file.name(),
                                        "type", file.type(),
                                        "base64", Base64.getEncoder().encodeToString(file.bytes())))
                        .toList();
        browser.run(SCRIPT, all);
    }
}
