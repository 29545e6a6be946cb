package io.imageservice.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The role of this process, from `IMAGES_ROLE`. Which connector its channels get is decided by the
/// same word in application.properties (ADR 0005).
@ApplicationScoped
public class Roles {
    private final Role role;

    Roles(@ConfigProperty(name = "images.role") String name) {
        this.role = read(name);
    }

    public Role role() {
        return role;
    }

    static Role read(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> word(role).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(wrong(name)));
    }

    private static String wrong(String name) {
        return "IMAGES_ROLE is not one of %s: %s"
                .formatted(
                        Arrays.stream(Role.values())
                                .map(Roles::word)
                                .collect(Collectors.joining(", ")),
                        name);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
