package io.imageservice.engine;

/// Why nothing could be rendered. The message names no path and is fit for an operator.
public final class EngineFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        /// The bytes are not what their header promised: FAILED.
        BROKEN,
        /// Sound perhaps, but nothing this engine can convert: keep the original.
        UNSUPPORTED,
        /// The deadline passed.
        TIMEOUT,
        /// More pixels than the header showed or the engine takes.
        TOO_LARGE
    }

    private final Kind kind;

    public EngineFailure(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    public EngineFailure(Kind kind, String why, Throwable cause) {
        super(why, cause);
        this.kind = kind;
    }

    public static EngineFailure broken(String why) {
        return new EngineFailure(Kind.BROKEN, why);
    }

    public static EngineFailure unsupported(String why) {
        return new EngineFailure(Kind.UNSUPPORTED, why);
    }

    public static EngineFailure timeout() {
        return new EngineFailure(Kind.TIMEOUT, "the deadline passed");
    }

    public static EngineFailure tooLarge(String why) {
        return new EngineFailure(Kind.TOO_LARGE, why);
    }

    public Kind kind() {
        return kind;
    }
}
