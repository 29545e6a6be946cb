package io.imageservice.image;

import io.imageservice.error.ErrorCode;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads ids as callers write them.
public final class ImageIds {
    /// `UUID.fromString` also takes `1-1-1-1-1`.
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ImageIds() {}

    /// @throws io.imageservice.error.ServiceException `INVALID_REQUEST` when it is no UUID
    public static UUID parse(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw ErrorCode.INVALID_REQUEST.because("the id is not a UUID");
        }
        return UUID.fromString(text);
    }
}
