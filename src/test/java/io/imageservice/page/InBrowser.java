package io.imageservice.page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What all tests of the page have: the service, and a clean browser for each.
abstract class InBrowser {
    final Served service = Served.get();
    Browser browser; // null where the operating system has none

    /// Whose page it is.
    String origin() {
        return service.origin();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(origin());
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /// The id of the one picture that was uploaded by the page, once the page calls it ready.
    String uploaded() {
        browser.count(".upload .chip[data-status=READY]", 1);
        return browser.see(".upload a.chip").getAttribute("href").replaceFirst(".*/", "");
    }
}
