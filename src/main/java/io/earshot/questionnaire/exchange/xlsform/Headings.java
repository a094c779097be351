package io.earshot.questionnaire.exchange.xlsform;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The many spellings of a column's heading, brought to one: {@code Label : English} is {@code label::English}. */
final class Headings {
    /** What has wordings or files by language. */
    static final Set<String> TRANSLATED = Set.of(
            "label",
            "hint",
            "guidance_hint",
            "constraint_message",
            "required_message",
            "image",
            "audio",
            "video",
            "big-image");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("caption", "label"),
            Map.entry("list name", "list_name"),
            Map.entry("value", "name"),
            Map.entry("tag", "name"),
            Map.entry("command", "type"),
            Map.entry("relevance", "relevant"),
            Map.entry("skipif", "skip_if"),
            Map.entry("readonly", "read_only"),
            Map.entry("read only", "read_only"),
            Map.entry("requiredmsg", "required_message"),
            Map.entry("required message", "required_message"),
            Map.entry("constraintmsg", "constraint_message"),
            Map.entry("constraining message", "constraint_message"),
            Map.entry("constraint message", "constraint_message"),
            Map.entry("calculate", "calculation"),
            Map.entry("choice filter", "choice_filter"),
            Map.entry("count", "repeat_count"),
            Map.entry("guidance hint", "guidance_hint"),
            Map.entry("title", "form_title"),
            Map.entry("set form title", "form_title"),
            Map.entry("set form id", "form_id"),
            Map.entry("id_string", "form_id"));

    private Headings() {}

    static String canonical(String heading) {
        String whole = heading.strip();
        if (whole.toLowerCase(Locale.ROOT).startsWith("earshot::")) {
            return whole.toLowerCase(Locale.ROOT);
        }
        String[] parts = whole.contains("::") ? whole.split("\\s*::\\s*") : whole.split("\\s*:\\s*", 2);
        int first = 0;
        String word = word(parts[0]);
        if ((word.equals("media") || word.equals("bind") || word.equals("control")) && parts.length > 1) {
            first = 1;
            String inner = word(parts[1]);
            if (word.equals("bind")) {
                // bind::relevant is relevant in long; what has no short form keeps its prefix and is listed.
                return Set.of("relevant", "required", "constraint", "calculation", "readonly", "read_only")
                                .contains(inner)
                        ? inner.equals("readonly") ? "read_only" : inner
                        : "bind::" + inner;
            }
            word = inner;
        }
        if (!TRANSLATED.contains(word)) {
            // A prefix such as jr: or instance:: is part of the name.
            return parts.length == 1 ? word : whole.toLowerCase(Locale.ROOT);
        }
        return parts.length > first + 1 ? word + "::" + parts[first + 1].strip() : word;
    }

    private static String word(String part) {
        String word = part.strip().toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(word, ALIASES.getOrDefault(word.replace('_', ' '), word.replace(' ', '_')));
    }
}
