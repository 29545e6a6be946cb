package io.imageservice.asset;

import io.imageservice.error.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules for the name of a file. Names are data, never keys.
final class FileNames {
    static final int LONGEST = 255;

    private FileNames() {}

    static Optional<Inspection.Refused> refusal(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return refused("the file has no name");
        }
        if (name.length() > LONGEST) {
            return refused(
                    "the name is longer than %d characters: %d".formatted(LONGEST, name.length()));
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return refused("the name has a path separator");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return refused("the name has a control character");
        }
        return Optional.empty();
    }

    /// What stands behind the last dot, empty when there is none.
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static Optional<Inspection.Refused> refused(String why) {
        return Optional.of(new Inspection.Refused(ErrorCode.INVALID_FILE_NAME, why));
    }
}
