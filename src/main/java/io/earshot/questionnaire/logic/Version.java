package io.earshot.questionnaire.logic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program's version: as semver.org orders them, with as many parts as a platform likes; missing parts count 0.
 *
 * @param parts      the numbers
 * @param preRelease what follows the hyphen; empty if nothing does
 */
record Version(String[] parts, String[] preRelease) implements Comparable<Version> {
    private static final Pattern RULE =
            Pattern.compile("v?(\\d{1,15}(?:\\.\\d{1,15}){0,20})(?:-([0-9A-Za-z.-]{1,100}))?(?:\\+.*)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern DOT = Pattern.compile("\\.");

    /** Empty if the value is no version. */
    static Optional<Version> in(@Nullable Object value) {
        Matcher matcher = RULE.matcher(Coercion.string(value));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String pre = matcher.group(2);
        return Optional.of(new Version(DOT.split(matcher.group(1)), pre == null ? new String[0] : DOT.split(pre, -1)));
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.length, other.parts.length); i++) {
            int order = Long.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        if (preRelease.length == 0 || other.preRelease.length == 0) {
            return Integer.compare(other.preRelease.length, preRelease.length);
        }
        return comparePreRelease(other);
    }

    private long part(int index) {
        return index < parts.length ? Long.parseLong(parts[index]) : 0;
    }

    // Numbers come before words, and fewer parts before more.
    private int comparePreRelease(Version other) {
        for (int i = 0; i < Math.min(preRelease.length, other.preRelease.length); i++) {
            String one = preRelease[i];
            String two = other.preRelease[i];
            boolean number = DIGITS.matcher(one).matches();
            boolean otherNumber = DIGITS.matcher(two).matches();
            int order = number && otherNumber
                    ? Double.compare(Double.parseDouble(one), Double.parseDouble(two))
                    : number != otherNumber ? (number ? -1 : 1) : one.compareTo(two);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.length, other.preRelease.length);
    }
}
