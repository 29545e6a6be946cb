package io.imageservice.engine.header;

import java.util.Optional;

/// Finds the root element's start tag: everything between `<svg` and its `>`.
final class SvgRoot {
    private final String text;
    private int at;

    SvgRoot(String text) {
        this.text = text;
    }

    Optional<String> find() {
        while (true) {
            skipSpace();
            if (text.startsWith("<?", at)) {
                at = past("?>");
            } else if (text.startsWith("<!--", at)) {
                at = past("-->");
            } else if (text.startsWith("<!DOCTYPE", at)) {
                at = pastDocumentType();
            } else {
                return root();
            }
            if (at < 0) {
                return Optional.empty();
            }
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int past(String end) {
        int found = text.indexOf(end, at);
        return found < 0 ? -1 : found + end.length();
    }

    /// Past its `>`, which may stand after an internal subset in brackets.
    private int pastDocumentType() {
        int close = text.indexOf('>', at);
        int bracket = text.indexOf('[', at);
        if (bracket < 0 || bracket > close) {
            return close < 0 ? -1 : close + 1;
        }
        int end = text.indexOf(']', bracket);
        int after = end < 0 ? -1 : text.indexOf('>', end);
        return after < 0 ? -1 : after + 1;
    }

    private Optional<String> root() {
        int end = text.indexOf('>', at);
        if (!text.startsWith("<", at) || end < 0) {
            return Optional.empty();
        }
        String tag = text.substring(at + 1, end);
        int nameEnd = 0;
        while (nameEnd < tag.length() && !space(tag.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = tag.substring(0, nameEnd).replaceAll("/$", "");
        boolean svg = name.equals("svg") || name.endsWith(":svg");
        return svg ? Optional.of(tag.substring(nameEnd)) : Optional.empty();
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c);
    }
}
