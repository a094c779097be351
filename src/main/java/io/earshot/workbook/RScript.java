package io.earshot.workbook;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Measure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A script in R's own words, without packages, that reads the CSV file of codes into a data frame {@code data}: codes
 * become factors, ordered where answers are, days and times R's own; every column has its wording as attribute {@code label}.
 */
final class RScript implements Column.Cases<String> {
    private final SpssVariables.Wording wording;
    private String name = "";

    private RScript(SpssVariables.Wording wording) {
        this.wording = wording;
    }

    static String of(Extract extract, SpssVariables.Wording wording) {
        RScript script = new RScript(wording);
        Set<String> taken = new HashSet<>();
        extract.answers().columns().forEach(column -> taken.add(column.name()));
        StringBuilder r = new StringBuilder(
                """
                # Reads data.csv, the file of codes as it is without guarded formulas (data.csv?formulas=raw), into `data`.
                data <- read.csv("data.csv", check.names = FALSE, colClasses = "character", na.strings = "",
                                 fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
                times <- function(x) as.POSIXct(sub("Z$", "", x), format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC")
                """);
        UnaryOperator<String> beside = name -> taken.contains(name) ? "response." + name : name;
        extract.identity().forEach(column -> r.append(script.lines(column, beside.apply(column.name()))));
        extract.answers().columns().forEach(column -> r.append(script.lines(column, column.name())));
        extract.attributes().forEach(column -> r.append(script.lines(column, beside.apply(column.name()))));
        return r.toString();
    }

    private String lines(Column column, String called) {
        name = called;
        return column.cases(this);
    }

    @Override
    public String coded(CodedColumn column) {
        Subject subject = wording.of(column.variable());
        // Two codes may have one label; a factor's levels must differ.
        List<String> labels = column.codes().stream().map(subject::label).toList();
        boolean distinct = new HashSet<>(labels).size() == labels.size();
        String meanings = distinct
                ? vector(labels)
                : vector(column.codes().stream()
                        .map(code -> code + ": " + subject.label(code))
                        .toList());
        boolean ordered = column.variable().measure() == Measure.ORDINAL;
        return column(
                        name,
                        "factor(%s, levels = %s, labels = %s%s)"
                                .formatted(
                                        in(name), vector(column.codes()), meanings, ordered ? ", ordered = TRUE" : ""))
                + label(name, subject.label());
    }

    @Override
    public String multiple(MultipleColumn column) {
        Subject subject = wording.of(column.variable());
        return column.codes().stream()
                .map(code -> {
                    String option = name + "." + code;
                    return column(option, "as.integer(" + in(option) + ")")
                            + label(option, subject.label(code) + " – " + subject.label());
                })
                .collect(Collectors.joining());
    }

    @Override
    public String number(NumberColumn column) {
        boolean timeOfDay = column.variable().format() == io.earshot.questionnaire.Variable.Format.TIME;
        return (timeOfDay ? "" : column(name, "as.numeric(" + in(name) + ")")) + labelOf(column);
    }

    @Override
    public String text(TextColumn column) {
        return labelOf(column);
    }

    @Override
    public String date(DateColumn column) {
        return column(name, "as.Date(" + in(name) + ")") + labelOf(column);
    }

    @Override
    public String time(TimeColumn column) {
        return column(name, "times(" + in(name) + ")") + labelOf(column);
    }

    private String labelOf(Column column) {
        return label(name, wording.of(column.variable()).label());
    }

    private static String column(String name, String value) {
        return in(name) + " <- " + value + "\n";
    }

    private static String label(String name, String label) {
        return "attr(" + in(name) + ", \"label\") <- " + quoted(label) + "\n";
    }

    private static String in(String name) {
        return "data[[" + quoted(name) + "]]";
    }

    private static String vector(List<String> texts) {
        return texts.stream().map(RScript::quoted).collect(Collectors.joining(", ", "c(", ")"));
    }

    /** A string of R; whatever is no plain character is written by its number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c < 0x20 || c == 0x7F || c >= 0xD800 && c < 0xE000) {
                quoted.append(' ');
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
