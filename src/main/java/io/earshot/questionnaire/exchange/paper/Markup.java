package io.earshot.questionnaire.exchange.paper;

import io.earshot.questionnaire.exchange.Wording;
import java.util.regex.Pattern;

/** Our Markdown subset as HTML; everything else in a text is a character. On paper a link shows where it leads. */
final class Markup {
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*\\n]{1,500})\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*\\n]{1,500})\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{1,500})]\\((https?://[^)\\s]{1,2000})\\)");
    private static final Pattern PIPE = Pattern.compile("\\{\\{[^{}|]{1,200}(?:\\|([^{}]{0,500}))?}}");

    private Markup() {}

    static String escaped(String words) {
        return Wording.withoutIllegal(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A piped answer is not known on paper: its fallback stands there, or a blank. */
    static String html(String words) {
        String plain = PIPE.matcher(escaped(words)).replaceAll(pipe -> {
            String fallback = pipe.group(1);
            return java.util.regex.Matcher.quoteReplacement(fallback == null || fallback.isBlank() ? "…" : fallback);
        });
        String marked = EMPHASIS.matcher(STRONG.matcher(plain).replaceAll("<strong>$1</strong>"))
                .replaceAll("<em>$1</em>");
        return LINK.matcher(marked).replaceAll("$1 ($2)").replace("\n", "<br>");
    }
}
