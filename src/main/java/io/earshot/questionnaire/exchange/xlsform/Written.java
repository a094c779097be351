package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A sheet on its way into a workbook: rows of cells by heading, and the headings in the order in which they should stand. */
final class Written {
    private static final int MAX_CELL = 32_000;

    private final List<Map<String, String>> rows = new ArrayList<>();
    private final String defaultLanguage;

    Written(String defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
    }

    Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        rows.add(row);
        return row;
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    /** All headings, the wanted ones first, our own last. */
    List<String> headings(List<String> first) {
        Set<String> ordinary = new LinkedHashSet<>();
        Set<String> own = new LinkedHashSet<>();
        for (String wanted : first) {
            rows.forEach(row -> row.keySet().stream()
                    .filter(heading -> heading.equals(wanted) || heading.startsWith(wanted + "::"))
                    .forEach(ordinary::add));
        }
        rows.forEach(row ->
                row.keySet().forEach(heading -> (heading.startsWith("earshot::") ? own : ordinary).add(heading)));
        List<String> all = new ArrayList<>(ordinary);
        all.addAll(own);
        return all;
    }

    /**
     * Writes a text under a heading.
     *
     * @return whether its cells hold all of it
     */
    boolean text(Map<String, String> row, String heading, JsonNode text) {
        NativeText.cells(text)
                .forEach((language, words) ->
                        row.put(language.isEmpty() ? heading : heading + "::" + language(language), words));
        return NativeText.isWhole(text, defaultLanguage);
    }

    /** {@code French (fr)}, as XLSForm's own documentation writes languages. */
    static String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        return (name.isEmpty() ? tag : name) + " (" + tag + ")";
    }

    /** Writes JSON, over as many cells as it takes. */
    static void json(Map<String, String> row, String heading, ObjectNode json) {
        if (json.isEmpty()) {
            return;
        }
        String text = json.toString();
        for (int part = 1, from = 0; from < text.length(); part++) {
            int to = Math.min(text.length(), from + MAX_CELL);
            if (to < text.length() && (Character.isHighSurrogate(text.charAt(to - 1)) || text.charAt(to - 1) == ' ')) {
                to--;
            }
            row.put(part == 1 ? heading : heading + "_" + part, text.substring(from, to));
            from = to;
        }
    }
}
