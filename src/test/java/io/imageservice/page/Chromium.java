package io.imageservice.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// Headless Chromium from the operating system's packages: one for all tests of this JVM, because
/// to start it takes longer than most of them. It ends with the JVM.
final class Chromium {
    private static ChromeDriver only;

    private Chromium() {}

    static synchronized ChromeDriver driver() {
        if (only == null) {
            only = start();
            Runtime.getRuntime().addShutdownHook(new Thread(only::quit));
        }
        return only;
    }

    private static ChromeDriver start() {
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver").toFile())
                        .build();
        var options = new ChromeOptions();
        options.setBinary(program("chromium").toString());
        // No sandbox: it needs kernel rights that a container lacks; the page is our own.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        return new ChromeDriver(service, options);
    }

    /// Where the operating system's packages put it; without it there is nothing to test here.
    private static Path program(String name) {
        Path path = Path.of("/usr/bin", name);
        assumeTrue(
                Files.isExecutable(path),
                () -> "no %s: apt-get install chromium chromium-driver".formatted(path));
        return path;
    }
}
