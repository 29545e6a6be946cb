package io.imageservice.error;

/// What the framework refuses by a bare status, in our words.
public final class HttpStatuses {
    private HttpStatuses() {}

    /// The refusal that stands for a status of the framework's.
    public static ServiceException refusal(int status) {
        return switch (status) {
            case 401 ->
                    ErrorCode.UNAUTHORIZED
                            .because("a valid credential is needed")
                            .header("WWW-Authenticate", "Bearer");
            case 403 -> ErrorCode.FORBIDDEN.because("the credential does not allow this");
            case 404 -> ErrorCode.ROUTE_NOT_FOUND.because("there is nothing at this path");
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED.because("this path does not take the method");
            case 406 -> ErrorCode.NOT_ACCEPTABLE.because("nothing acceptable can be produced");
            case 413 -> ErrorCode.FILE_TOO_LARGE.because("the request is larger than allowed");
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE.because("this media type is not taken");
            case 416 -> ErrorCode.RANGE_NOT_SATISFIABLE.because("the range lies outside");
            case 429 -> ErrorCode.TOO_MANY_REQUESTS.because("too many requests");
            case 503 -> ErrorCode.SERVICE_UNAVAILABLE.because("not available now");
            default ->
                    status >= 400 && status < 500
                            ? ErrorCode.INVALID_REQUEST.because("the request is malformed")
                            : ErrorCode.INTERNAL_ERROR.because("unexpected failure");
        };
    }
}
