package io.earshot.questionnaire.exchange;

import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of other tools as our {@code pattern}: RE2's syntax, the whole answer, nothing that can explode. */
public final class Patterns {
    private static final int MAX_LENGTH = 500;
    private static final Pattern NOT_RE2 = Pattern.compile("\\(\\?(?:[=!>]|<[=!])|\\\\[1-9]|\\\\k<|[*+?}]\\+");
    private static final Pattern NESTED = Pattern.compile("[*+}][^()]*\\)(?:[*+]|\\{\\d*,\\})");

    private Patterns() {}

    /** @throws NotExpressible if the pattern needs more than RE2 has */
    public static String whole(String pattern) throws NotExpressible {
        String bare = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        if (bare.endsWith("$") && !bare.endsWith("\\$")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        if (bare.isEmpty() || bare.length() > MAX_LENGTH) {
            throw new NotExpressible("A pattern has 1 to " + MAX_LENGTH + " characters.");
        }
        if (NOT_RE2.matcher(bare).find()) {
            throw new NotExpressible("The pattern looks around or back, which RE2's syntax does not have.");
        }
        if (NESTED.matcher(bare).find()) {
            throw new NotExpressible("The pattern repeats without bound what repeats itself.");
        }
        try {
            Pattern.compile(bare);
        } catch (PatternSyntaxException e) {
            throw new NotExpressible("The pattern can't be read: " + e.getDescription() + ".");
        }
        // An anchor on one alternative only would be lost with it.
        return bare.contains("|") && !pattern.equals(bare) ? "(?:" + bare + ")" : bare;
    }
}
