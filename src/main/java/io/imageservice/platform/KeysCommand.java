package io.imageservice.platform;

import io.imageservice.access.ApiKeys;
import io.imageservice.access.KeyRequest;
import io.imageservice.access.KeyView;
import io.imageservice.error.ServiceException;
import io.imageservice.error.StartRefusedException;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// API keys without a key, for who can reach the database: how the first one is made.
///
/// `keys create --name NAME --scopes images:read,images:write [--principal WHO] [--days N]` prints
/// the secret and nothing else; `keys list`; `keys revoke ID`.
@ApplicationScoped
class KeysCommand {
    private static final String WORD = "keys";
    private static final String BY = "operator";
    private static final String USAGE =
            "keys create --name NAME --scopes SCOPE,SCOPE [--principal WHO] [--days N] | keys list"
                    + " | keys revoke ID";

    private final ApiKeys keys;
    private final List<String> words;
    private final Clock clock;

    KeysCommand(ApiKeys keys, @CommandLineArguments String[] arguments, Clock clock) {
        this.keys = keys;
        this.words = List.of(arguments);
        this.clock = clock;
    }

    static boolean named(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD);
    }

    boolean asked() {
        return named(words.toArray(String[]::new));
    }

    /// Does what the command line says and prints what came of it.
    ///
    /// @throws StartRefusedException when it says something else
    void run() {
        try {
            switch (words.size() > 1 ? words.get(1) : "") {
                case "create" -> System.out.println(create(options()));
                case "list" -> keys.list().forEach(key -> System.out.println(line(key)));
                case "revoke" -> System.out.println(line(keys.revoke(id())));
                default -> throw new StartRefusedException("usage: " + USAGE);
            }
        } catch (ServiceException refusal) {
            throw new StartRefusedException(refusal.detail());
        }
    }

    private @Nullable String create(Map<String, String> options) {
        String scopes = options.get("scopes");
        String days = options.get("days");
        var wanted =
                new KeyRequest(
                        options.get("name"),
                        options.get("principal"),
                        scopes == null ? null : List.of(scopes.split(",")),
                        days == null ? null : ends(days));
        return keys.create(wanted, BY).key();
    }

    private Instant ends(String days) {
        if (!days.matches("[1-9]\\d{0,4}")) {
            throw new StartRefusedException("--days is not in 1..99999: " + days);
        }
        return clock.instant().plus(Duration.ofDays(Long.parseLong(days)));
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i < words.size(); i += 2) {
            String word = words.get(i);
            if (!word.matches("--(name|principal|scopes|days)") || i + 1 == words.size()) {
                throw new StartRefusedException("usage: " + USAGE);
            }
            options.put(word.substring(2), words.get(i + 1));
        }
        return options;
    }

    private UUID id() {
        try {
            return UUID.fromString(words.size() > 2 ? words.get(2) : "");
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("usage: " + USAGE);
        }
    }

    private static String line(KeyView key) {
        String state = key.revokedAt() == null ? "good" : "revoked " + key.revokedAt();
        String until = key.expiresAt() == null ? "no end" : "until " + key.expiresAt();
        return String.join(
                "\t",
                key.id().toString(),
                key.name(),
                key.principal(),
                String.join(",", key.scopes()),
                until,
                state);
    }
}
