package io.imageservice.engine;

import java.util.List;

/// One step as it was written, and where.
///
/// @param number of the step, from 1
/// @param position of its first character in the whole text, from 0
record StepText(int number, String text, int position) {
    String name() {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    /// A preset's step, blamed on the place where the preset stands.
    StepText standingFor(String piece) {
        return new StepText(number, piece, position);
    }

    private List<String> arguments() {
        int colon = text.indexOf(':');
        return colon < 0 ? List.of() : List.of(text.substring(colon + 1).split(",", -1));
    }

    void arguments(int least, int most) {
        int given = arguments().size();
        if (given < least || given > most) {
            String wanted = least == most ? "" + least : least + " to " + most;
            throw wrong("takes %s arguments, not %d".formatted(wanted, given));
        }
    }

    boolean has(int index) {
        return index < arguments().size();
    }

    String argument(int index) {
        return arguments().get(index);
    }

    int integer(int index, int least, int most) {
        return integer(index, argument(index), least, most);
    }

    /// A number that is part of an argument.
    int integer(int index, String digits, int least, int most) {
        boolean number = digits.matches("[0-9]{1,9}");
        if (!number || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
            throw wrongArgument(index, "not a whole number in %d..%d".formatted(least, most));
        }
        return Integer.parseInt(digits);
    }

    double decimal(int index) {
        if (!argument(index).matches("[0-9]{1,6}(\\.[0-9]{1,6})?|\\.[0-9]{1,6}")) {
            throw wrongArgument(index, "not a number");
        }
        return Double.parseDouble(argument(index));
    }

    PipelineException wrong(String why) {
        return new PipelineException(number, text, "", position, why);
    }

    PipelineException wrongArgument(int index, String why) {
        int at = position + text.indexOf(':') + 1;
        for (String before : arguments().subList(0, index)) {
            at += before.length() + 1;
        }
        return new PipelineException(number, text, argument(index), at, why);
    }
}
