package io.imageservice.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.imageservice.app.App;
import io.imageservice.app.AppOptions;
import io.imageservice.stack.Stack;
import io.imageservice.stack.StackOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The packaged service does not decide by itself who may come in.
class AuthChoiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.forTests());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', IMAGES_AUTH is not set",
        "yes, 'IMAGES_AUTH is not one of off, keys, oidc: yes'",
        "oidc, quarkus.oidc.auth-server-url"
    })
    void withoutAChoiceItDoesNotStartAndSaysWhy(String choice, String sentence) {
        App app = App.launch(stack, AppOptions.role("all").with("IMAGES_AUTH", choice));

        assertTrue(app.process().awaitEnd(PATIENCE), app.log());
        assertEquals(1, app.process().exitCode());
        assertTrue(app.log().contains(sentence), app.log());
        assertFalse(app.log().contains("\tat "), app.log());
    }

    @Test
    void theFirstKeyIsMadeByTheOperatorsCommand() throws Exception {
        var options = AppOptions.role("all").with("IMAGES_AUTH", "keys");
        App app = App.start(stack, options);
        assertEquals(401, status(app, "none"));

        String said = command("create", "--name", "first", "--scopes", "images:admin");
        String key = said.lines().filter(line -> line.startsWith("imgk_")).findFirst().orElse("");

        assertTrue(key.matches("imgk_[\\w-]{43}"), said);
        assertEquals(200, status(app, key));
        String listed = command("list");
        String id = listed.lines().filter(line -> line.contains("first")).findFirst().orElse("");
        command("revoke", id.split("\t")[0]);
        assertEquals(401, status(app, key));
        assertFalse(app.log().contains(key), "the service's log names no key");
        app.close();
    }

    @Test
    void aCommandThatIsWrongIsToldSo() {
        App wrong = keys("create", "--name", "x", "--scopes", "images:all");

        assertEquals(1, wrong.process().exitCode());
        assertTrue(wrong.log().contains("scopes are one or more of"), wrong.log());
        assertTrue(keys("make").log().contains("usage: keys create"), "usage");
    }

    private static String command(String... words) {
        App app = keys(words);
        assertEquals(0, app.process().exitCode(), app.log());
        return app.log();
    }

    private static App keys(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "keys";
        System.arraycopy(words, 0, all, 1, words.length);
        // IMAGES_AUTH says nothing: whoever reaches the database needs no other credential.
        var options =
                AppOptions.role("all").with("IMAGES_AUTH", "").with("IMAGES_START_PATIENCE", "5s");
        App app = App.launch(stack, options.saying(all));
        assertTrue(app.process().awaitEnd(PATIENCE), app.log());
        return app;
    }

    private static int status(App app, String key) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(app.url().resolve("/api/v1/admin/keys"))
                            .header("Authorization", "Bearer " + key)
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
