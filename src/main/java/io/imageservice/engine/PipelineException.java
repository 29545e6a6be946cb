package io.imageservice.engine;

/// A `processing` parameter that cannot be read. The message is fit for the caller's eyes.
public final class PipelineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int step;
    private final String argument;
    private final int position;

    PipelineException(int step, String text, String argument, int position, String why) {
        super(message(step, text, argument, position, why));
        this.step = step;
        this.argument = argument;
        this.position = position;
    }

    private static String message(
            int step, String text, String argument, int position, String why) {
        String at = "step %d '%s', position %d: ".formatted(step, text, position);
        return argument.isEmpty() ? at + why : at + "argument '" + argument + "': " + why;
    }

    /// Which step is wrong, counted from 1.
    public int step() {
        return step;
    }

    /// The argument that is wrong; empty when it is the step itself.
    public String argument() {
        return argument;
    }

    /// Where the mistake begins in the parameter, in characters counted from 0.
    public int position() {
        return position;
    }
}
