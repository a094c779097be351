package io.earshot.problem;

import static java.util.Objects.requireNonNull;

/**
 * One thing wrong with an input.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the request, or the empty string for the whole of it
 * @param code    what, as a stable word that programs can rely on, such as {@code not-an-option}
 * @param detail  what, as a sentence with the value and the remedy
 */
public record Fault(String pointer, String code, String detail) {
    public Fault {
        requireNonNull(pointer, "pointer");
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
    }

    /** The same fault seen from one level further out. */
    public Fault within(String prefix) {
        return new Fault(prefix + pointer, code, detail);
    }

    /** A name as one segment of a JSON Pointer: {@code ~} and {@code /} escaped. */
    public static String segment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
