package io.imageservice.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes a reference a product: its type, and an id that is a UUID.
public final class Products {
    public static final String CATEGORY = "PRODUCT";

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private Products() {}

    /// The product a reference stands for, if it does.
    public static Optional<UUID> id(String category, @Nullable String referenceId) {
        return CATEGORY.equals(category) && referenceId != null
                ? parse(referenceId)
                : Optional.empty();
    }

    /// A UUID in its 36 characters, in any case.
    public static Optional<UUID> parse(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
