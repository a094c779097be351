package io.earshot.questionnaire.exchange.xlsform;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.exchange.Refused;
import java.util.List;

/** The sheets of a form that count. */
record XlsForm(Sheet survey, Sheet choices, Sheet external, Sheet settings, List<String> others) {
    private static final String EXPECTED = "an XLSForm, that is a workbook with a sheet named survey";

    /** @throws Problem 422 if there is no survey to read */
    static XlsForm of(List<Sheet> sheets) {
        Sheet survey = named(sheets, "survey");
        if (survey.headings().isEmpty()) {
            throw Refused.notOfFormat(
                    EXPECTED,
                    sheets.stream().anyMatch(sheet -> sheet.isNamed("survey"))
                            ? "the sheet named survey is empty"
                            : "there are only the sheets "
                                    + sheets.stream().map(Sheet::name).toList());
        }
        if (!survey.headings().contains("type")) {
            throw Refused.notOfFormat(
                    EXPECTED + " and its columns type and name", "the sheet named survey has no column type");
        }
        List<String> others = sheets.stream()
                .filter(sheet -> !List.of("survey", "choices", "settings", "external_choices")
                        .contains(sheet.name().strip().toLowerCase(java.util.Locale.ROOT)))
                .map(Sheet::name)
                .toList();
        return new XlsForm(
                survey, named(sheets, "choices"), named(sheets, "external_choices"), named(sheets, "settings"), others);
    }

    /** The row of settings; an empty one if there is none. */
    Row setting() {
        return settings.rows().isEmpty()
                ? new Row("settings", 2, java.util.Map.of())
                : settings.rows().get(0);
    }

    private static Sheet named(List<Sheet> sheets, String name) {
        return sheets.stream().filter(sheet -> sheet.isNamed(name)).findFirst().orElse(Sheet.none(name));
    }
}
