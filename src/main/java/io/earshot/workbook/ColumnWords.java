package io.earshot.workbook;

import io.earshot.finding.CodebookEntry;
import io.earshot.finding.CodebookEntry.Asked;
import io.earshot.finding.CodebookEntry.Source;
import io.earshot.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader is told of a column: its wording, where its values come from, who was asked. */
final class ColumnWords {
    private static final String DECIMALS = "decimals.";

    private final Words words;
    private final FilterWords conditions;

    ColumnWords(FilterWords conditions, Words words) {
        this.words = words;
        this.conditions = conditions;
    }

    /** What stands beside answers, by its own name; empty for a name that Earshot doesn't know. */
    static Optional<String> label(Words words, String column) {
        String key = "column." + column;
        return words.has(key) ? Optional.of(words.of(key)) : Optional.empty();
    }

    /** With how it is kept, for metadata. */
    String wording(CodebookEntry entry) {
        Subject subject = entry.subject();
        if (entry.source() != Source.RESPONSE && entry.source() != Source.METADATA) {
            return subject.label().isEmpty() ? "" : subject.full();
        }
        List<String> parts = new ArrayList<>();
        label(words, subject.question()).ifPresent(parts::add);
        entry.kept().stream().map(this::kept).forEach(parts::add);
        return String.join("; ", parts);
    }

    private String kept(String how) {
        return how.startsWith(DECIMALS)
                ? words.of("column.decimals", how.substring(DECIMALS.length()))
                : words.of("column." + how);
    }

    /** Where its values come from, if not from those who were asked. */
    String source(CodebookEntry entry) {
        return words.of("column.from." + entry.source().word());
    }

    /** Empty for what nobody is asked. */
    Optional<String> asked(CodebookEntry entry) {
        return entry.asked().map(this::said);
    }

    private String said(Asked asked) {
        String who = asked.conditions().isEmpty()
                ? words.of("asked.everybody")
                : words.of("asked.if", conditions.of(all(asked.conditions())));
        return asked.passedOverBy().isEmpty()
                ? who
                : who + ", " + words.of("asked.routes", asked.page(), String.join(", ", asked.passedOverBy()));
    }

    private static String all(List<String> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : conditions.stream().collect(Collectors.joining(",", "{\"and\":[", "]}"));
    }
}
