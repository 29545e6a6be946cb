package io.imageservice.error;

import java.util.Map;

/// The catalogue of error codes (spec 4-data.md, "Error codes"); a code is never renamed. Each
/// names the HTTP status it is answered with.
public enum ErrorCode {
    IMAGE_NOT_FOUND(404),
    RENDITION_NOT_FOUND(404),
    PRODUCT_NOT_FOUND(404),
    ROUTE_NOT_FOUND(404),
    IMAGE_SAVE_FAILED(500),
    IMAGE_ALREADY_CONFIRMED(400),
    IMAGE_COUNT_EXCEEDED(400),
    NOT_ALLOWED_MULTIPLE_IMAGES(400),
    IMAGE_PROCESSING_IN_PROGRESS(409),
    IMAGE_PROCESSING_FAILED(500),
    FILE_TOO_LARGE(413),
    STORAGE_UNAVAILABLE(503),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_MANY_REQUESTS(429),
    QUOTA_EXCEEDED(429),
    INVALID_REFERENCE(400),
    REFERENCE_TYPE_NOT_FOUND(400),
    INVALID_EXTENSION(400),
    INVALID_IMAGE_SEQUENCE(400),
    IMAGE_SEQUENCE_NOT_FOUND(404),
    IMAGE_SEQUENCE_ALREADY_EXISTS(400),
    INVALID_FILE(400),
    INVALID_FILE_NAME(400),
    INVALID_FILE_CONTENT(400),
    INVALID_FILE_EXTENSION(400),
    FILE_EXTENSION_NOT_FOUND(400),
    IMAGE_TOO_LARGE(400),
    INVALID_PROCESSING(400),
    INVALID_REQUEST(400),
    SERVICE_UNAVAILABLE(503),
    PRECONDITION_FAILED(412),
    IDEMPOTENCY_KEY_REUSED(422),
    IDEMPOTENCY_KEY_IN_USE(409),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    INTERNAL_ERROR(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /// The HTTP status this code is answered with.
    public int status() {
        return status;
    }

    /// The code in words, for the problem's `title`: `IMAGE_NOT_FOUND` reads "Image not found".
    public String title() {
        String words = name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A refusal that ends the request; `detail` reaches the caller, so it names no key, host or
    /// SQL.
    public ServiceException because(String detail) {
        return new ServiceException(this, detail, Map.of());
    }
}
