package io.earshot.questionnaire.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a regular expression's form tells: how short a match can be, and whether an unbounded repetition stands in another,
 * with which backtracking engines take exponential time.
 *
 * @param least  the fewest characters that it matches, at most {@link #MUCH}
 * @param nested true for {@code (a+)*} and the like, also over several levels
 */
record PatternShape(long least, boolean nested) {
    /** Beyond this nobody counts. */
    static final long MUCH = 1_000_000;

    /** @param pattern one that RE2 can compile, and so with brackets that match */
    static PatternShape of(String pattern) {
        Reader reader = new Reader(pattern);
        Part whole = reader.alternatives();
        return new PatternShape(whole.least, whole.nested);
    }

    /** @param unbounded true if it holds a repetition without an upper limit */
    private record Part(long least, boolean unbounded, boolean nested) {
        static final Part NOTHING = new Part(0, false, false);
        static final Part ONE = new Part(1, false, false);

        Part then(Part next) {
            return new Part(Math.min(MUCH, least + next.least), unbounded || next.unbounded, nested || next.nested);
        }

        Part or(Part other) {
            return new Part(Math.min(least, other.least), unbounded || other.unbounded, nested || other.nested);
        }

        Part repeated(long times, boolean withoutLimit) {
            return new Part(
                    Math.min(MUCH, least * times), unbounded || withoutLimit, nested || (unbounded && withoutLimit));
        }
    }

    /** Reads from left to right; groups nest no deeper than RE2 allows. */
    private static final class Reader {
        private static final Pattern REPETITION = Pattern.compile("([*+?]|\\{(\\d+)(?:(,)(\\d*))?})[?+]?");
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
            at++;
            return inside;
        }

        private static Part escaped(String words) {
            if (words.startsWith("\\Q")) {
                return new Part(words.replaceAll("^\\\\Q|\\\\E$", "").length(), false, false);
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
                    case "*" -> part.repeated(0, true);
                    case "+" -> part.repeated(1, true);
                    case "?" -> part.repeated(0, false);
                    default ->
                        part.repeated(
                                Long.parseLong(least),
                                ",".equals(repetition.group(3))
                                        && repetition.group(4).isEmpty());
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
