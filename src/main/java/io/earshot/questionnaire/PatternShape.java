package io.earshot.questionnaire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a regular expression's form tells: how short a match can be, and whether an unbounded repetition stands in another,
 * with which backtracking engines take exponential time.
 *
 * @param least  the fewest characters that it matches, at most {@link #MUCH}
 * @param nested true for {@code (a+)*} and the like, also over several levels
 * @param size   the characters and classes it has once counted repetitions are written out, at most {@link #MUCH}
 */
public record PatternShape(long least, boolean nested, long size) {
    /** Beyond this nobody counts. */
    static final long MUCH = 1_000_000;

    /** @param pattern may be one that can't be compiled; what is told of it then means nothing */
    public static PatternShape of(String pattern) {
        Reader reader = new Reader(pattern);
        Part whole = reader.alternatives();
        return new PatternShape(whole.least, whole.nested, whole.size);
    }

    /** @param unbounded true if it holds a repetition without an upper limit */
    private record Part(long least, long size, boolean unbounded, boolean nested) {
        static final Part NOTHING = new Part(0, 0, false, false);
        static final Part ONE = new Part(1, 1, false, false);

        Part then(Part next) {
            return new Part(
                    Math.min(MUCH, least + next.least),
                    Math.min(MUCH, size + next.size),
                    unbounded || next.unbounded,
                    nested || next.nested);
        }

        Part or(Part other) {
            return new Part(
                    Math.min(least, other.least),
                    Math.min(MUCH, size + other.size),
                    unbounded || other.unbounded,
                    nested || other.nested);
        }

        /** @param most the largest number of times; less than {@code times} for no limit */
        Part repeated(long times, long most) {
            boolean withoutLimit = most < times;
            return new Part(
                    Math.min(MUCH, least * Math.min(MUCH, times)),
                    Math.min(MUCH, Math.max(1, size) * Math.min(MUCH, Math.max(1, Math.max(times, most)))),
                    unbounded || withoutLimit,
                    nested || (unbounded && withoutLimit));
        }
    }

    /** Reads from left to right; groups nest no deeper than RE2 allows. */
    private static final class Reader {
        private static final Pattern REPETITION = Pattern.compile("([*+?]|\\{(\\d{1,9})(?:(,)(\\d{0,9}))?})[?+]?");
        private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:P?<\\w+>|[imsU-]*([:)])))?");
        private static final Pattern SPECIAL =
                Pattern.compile("\\\\(?:Q(?s:.*?)(?:\\\\E|$)|[pPx]\\{[^}]*}|[pP].|x..|[0-7]{1,3}|(?s:.))");
        private static final Pattern SET = Pattern.compile("\\[\\^?]?(?:\\[:[^]]*:]|\\\\(?s:.)|[^]\\\\])*]");

        private final String pattern;
        private int at;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        Part alternatives() {
            Part all = sequence();
            while (at < pattern.length() && pattern.charAt(at) == '|') {
                at++;
                all = all.or(sequence());
            }
            return all;
        }

        private Part sequence() {
            Part all = Part.NOTHING;
            while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
                all = all.then(repeated(single()));
            }
            return all;
        }

        private Part single() {
            char next = pattern.charAt(at);
            return switch (next) {
                case '(' -> group();
                case '[' -> {
                    skip(SET);
                    yield Part.ONE;
                }
                case '\\' -> escaped(skip(SPECIAL));
                case '^', '$' -> {
                    at++;
                    yield Part.NOTHING;
                }
                default -> {
                    at += Character.charCount(pattern.codePointAt(at));
                    yield Part.ONE;
                }
            };
        }

        private Part group() {
            String opening = skip(GROUP);
            if (opening.endsWith(")")) {
                return Part.NOTHING;
            }
            Part inside = alternatives();
            // The closing bracket, which is missing in what can't be compiled.
            at = Math.min(at + 1, pattern.length());
            return inside;
        }

        private static Part escaped(String words) {
            if (words.startsWith("\\Q")) {
                return new Part(words.replaceAll("^\\\\Q|\\\\E$", "").length(), words.length(), false, false);
            }
            return switch (words) {
                case "\\b", "\\B", "\\A", "\\z" -> Part.NOTHING;
                default -> Part.ONE;
            };
        }

        private Part repeated(Part single) {
            Part part = single;
            Matcher repetition = REPETITION.matcher(pattern).region(at, pattern.length());
            while (repetition.lookingAt()) {
                at = repetition.end();
                String least = repetition.group(2);
                part = switch (repetition.group(1)) {
                    case "*" -> part.repeated(0, -1);
                    case "+" -> part.repeated(1, -1);
                    case "?" -> part.repeated(0, 1);
                    default -> {
                        long times = Long.parseLong(least);
                        String most = repetition.group(3) == null ? least : repetition.group(4);
                        yield part.repeated(times, most.isEmpty() ? -1 : Long.parseLong(most));
                    }
                };
                repetition.region(at, pattern.length());
            }
            return part;
        }

        private String skip(Pattern what) {
            Matcher found = what.matcher(pattern).region(at, pattern.length());
            if (found.lookingAt()) {
                at = found.end();
                return found.group();
            }
            // What RE2 has compiled fits one of them; a single character is the safe guess otherwise.
            at++;
            return "";
        }
    }
}
