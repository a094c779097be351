package io.earshot.questionnaire.exchange.xlsform;

import io.earshot.questionnaire.exchange.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns that the draft has no place for: each is listed once, with the rows that it has something in. */
final class Columns {
    private static final Set<String> READ = Set.of(
            "type",
            "name",
            "label",
            "hint",
            "relevant",
            "required",
            "constraint",
            "constraint_message",
            "appearance",
            "calculation",
            "choice_filter",
            "parameters",
            "image",
            "disabled",
            "repeat_count");

    private static final Map<String, String> REMEDIES = Map.of(
            "default", "There are no prefilled answers here; say in the text what is usual, or drop it.",
            "guidance_hint", "Add what respondents need to the description.",
            "read_only", "Make it a statement, or a hidden field that the app fills.",
            "required_message", "Nothing to do: the prompt says it in the respondent's language.",
            "trigger", "Computed variables are always up to date; nothing to do.");

    private final Map<String, List<Integer>> rows = new LinkedHashMap<>();

    /** Notes what a row has in columns that nobody reads. */
    void note(Row row) {
        row.cells().keySet().forEach(heading -> {
            String column = heading.contains("::") && !heading.startsWith("earshot")
                    ? heading.substring(0, heading.indexOf("::"))
                    : heading;
            boolean known = READ.contains(column) || heading.startsWith("earshot::");
            if (!known && !(column.equals("read_only") && isNo(row.get(heading)))) {
                rows.computeIfAbsent(heading, any -> new ArrayList<>()).add(row.number());
            }
        });
    }

    void note(String what, Row row) {
        rows.computeIfAbsent(what, any -> new ArrayList<>()).add(row.number());
    }

    void list(Ledger ledger) {
        rows.forEach((heading, numbers) -> {
            String column = heading.replaceAll("::.*", "");
            boolean appearance = heading.startsWith("appearance ");
            ledger.changed(
                    "survey, row" + (numbers.size() == 1 ? " " : "s ")
                            + numbers.stream().distinct().map(String::valueOf).collect(Collectors.joining(", ")),
                    heading,
                    appearance
                            ? "This way of showing a question has no equal here."
                            : "The draft has no place for this column.",
                    appearance
                            ? "Nothing to do, unless the look matters."
                            : REMEDIES.getOrDefault(column, "See whether the question makes sense without it."));
        });
    }

    static boolean isNo(String cell) {
        return Set.of("", "no", "false", "false()", "0").contains(cell.strip().toLowerCase(java.util.Locale.ROOT));
    }

    static boolean isYes(String cell) {
        return Set.of("yes", "true", "true()", "1", "required", "x")
                .contains(cell.strip().toLowerCase(java.util.Locale.ROOT));
    }
}
