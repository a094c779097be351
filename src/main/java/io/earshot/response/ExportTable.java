package io.earshot.response;

import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Variable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Responses as a table: one row each, the response's own columns first, then variables by name, then attributes. */
record ExportTable(List<ExportColumn> columns) {
    private static final String LIST = ";";

    ExportTable {
        columns = List.copyOf(columns);
    }

    /** How a set of codes becomes columns. */
    enum Sets {
        /** One column for each option, {@code name.code}. */
        COLUMNS,
        /** One column, its codes joined by {@code ;}. */
        JOINED
    }

    /**
     * @param versions   whose variables there are, the newest first; a variable that only an older one has comes after
     *     those of newer ones
     * @param labels     the language of labels in place of codes; null to keep codes
     * @param attributes of the device and the session
     */
    static ExportTable of(
            List<PublishedVersion> versions, Sets sets, @Nullable String labels, List<String> attributes) {
        Map<String, ExportColumn> answers = new LinkedHashMap<>();
        Map<String, Map<String, String>> words = new HashMap<>();
        for (PublishedVersion version : versions) {
            String defaultLanguage = version.content().defaultLanguage();
            for (Variable variable : version.content().variables()) {
                Map<String, String> ofCodes = words.computeIfAbsent(variable.name(), none -> new HashMap<>());
                if (labels != null) {
                    String language = labels.isEmpty() ? defaultLanguage : labels;
                    variable.values()
                            .forEach(value -> ofCodes.putIfAbsent(
                                    value.code(), value.label().plainIn(language, defaultLanguage)));
                }
            }
        }
        for (PublishedVersion version : versions) {
            for (Variable variable : version.content().variables()) {
                Map<String, String> ofCodes = words.getOrDefault(variable.name(), Map.of());
                columns(variable, sets, ofCodes).forEach(column -> answers.putIfAbsent(column.name(), column));
            }
        }
        List<ExportColumn> columns = new ArrayList<>();
        fields(answers.keySet()).forEach(columns::add);
        columns.addAll(answers.values());
        attributes.stream().map(ExportColumn.Attribute::new).forEach(columns::add);
        return new ExportTable(columns);
    }

    List<String> header() {
        return columns.stream().map(ExportColumn::name).toList();
    }

    void write(StoredResponse response, Cells cells) {
        ExportedRow row = ExportedRow.of(response);
        for (ExportColumn column : columns) {
            column.write(row, cells);
        }
        cells.endRow();
    }

    private static List<ExportColumn> columns(Variable variable, Sets sets, Map<String, String> labels) {
        String name = variable.name();
        if (variable.shape() == Variable.Shape.ORDER) {
            return variable.values().stream()
                    .<ExportColumn>map(value -> new ExportColumn.Ranked(name + "." + value.code(), name, value.code()))
                    .toList();
        }
        if (variable.isCodedSet() && sets == Sets.COLUMNS) {
            return variable.values().stream()
                    .<ExportColumn>map(value -> new ExportColumn.Chosen(name + "." + value.code(), name, value.code()))
                    .toList();
        }
        return List.of(new ExportColumn.Answer(name, variable.format(), labels));
    }

    /** @param taken names of variables; a field of the same name gives way and is called {@code response.name} */
    private static List<ExportColumn> fields(Set<String> taken) {
        return List.of(
                field("id", taken, (response, cells) -> cells.text(response.id().toString())),
                field("respondent", taken, (response, cells) -> cells.text(response.respondent())),
                field("version", taken, (response, cells) -> cells.number(BigDecimal.valueOf(response.version()))),
                field(
                        "status",
                        taken,
                        (response, cells) -> cells.text(response.status().word())),
                field("language", taken, (response, cells) -> text(response.language(), cells)),
                field("test", taken, (response, cells) -> cells.text(Boolean.toString(response.test()))),
                field("started_at", taken, (response, cells) -> time(response.startedAt(), cells)),
                field("submitted_at", taken, (response, cells) -> time(response.submittedAt(), cells)),
                field("received_at", taken, (response, cells) -> cells.time(response.receivedAt())),
                field(
                        "over_quota",
                        taken,
                        (response, cells) -> text(
                                response.overQuota().isEmpty() ? null : String.join(LIST, response.overQuota()),
                                cells)),
                field(
                        "quality",
                        taken,
                        (response, cells) -> text(response.quality().equals("{}") ? null : response.quality(), cells)));
    }

    private static ExportColumn field(String name, Set<String> taken, BiConsumer<StoredResponse, Cells> cell) {
        return new ExportColumn.Field(taken.contains(name) ? "response." + name : name, cell);
    }

    private static void text(@Nullable String text, Cells cells) {
        if (text == null) {
            cells.nothing();
        } else {
            cells.text(text);
        }
    }

    private static void time(@Nullable Instant time, Cells cells) {
        if (time == null) {
            cells.nothing();
        } else {
            cells.time(time);
        }
    }
}
