package io.earshot.report;

import io.earshot.dataset.Column;
import io.earshot.dataset.Dataset;
import io.earshot.dataset.Extract;
import io.earshot.dataset.Missing;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.Watch;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes open answers: by the words of a frame, or as a variable says in which somebody has written the codes, divided by
 * semicolons.
 *
 * @param by that variable; absent for coding by words
 */
record Coding(List<TextCode> frame, @Nullable String by) {
    Coding {
        frame = List.copyOf(frame);
    }

    /** A set of codes for each response with a text, empty where none fits; missing for the others. */
    MultipleColumn of(String variable, Text label, Dataset data) {
        MultipleColumn.Builder builder =
                MultipleColumn.builder(Variable.of(name(variable), variable, label, Measure.NOMINAL)
                        .shaped(Variable.Shape.SET)
                        .coded(frame.stream()
                                .map(code -> new Variable.CodedValue(code.code(), code.text()))
                                .toList()));
        TextColumn texts = data.column(variable, TextColumn.class);
        for (int row = 0; row < texts.rows(); row++) {
            Watch.look(row);
            if (texts.isMissing(row)) {
                builder.addMissing(texts.missing(row).orElse(Missing.NO_ANSWER));
            } else {
                builder.add(by == null ? byWords(texts.text(row).orElse("")) : given(data, by, row));
            }
        }
        return builder.build();
    }

    static String name(String variable) {
        return variable + "_codes";
    }

    private List<String> byWords(String text) {
        String plain = TextCode.plain(text + " .");
        return frame.stream()
                .filter(code -> code.isIn(plain))
                .map(TextCode::code)
                .toList();
    }

    /** Codes that the frame does not have are left out. */
    private List<String> given(Dataset data, String variable, int row) {
        List<String> known = frame.stream().map(TextCode::code).toList();
        String codes = data.column(variable, TextColumn.class).text(row).orElse("");
        return Arrays.stream(codes.split(";"))
                .map(String::strip)
                .filter(known::contains)
                .distinct()
                .toList();
    }

    /** The responses with the codes of their texts beside them. */
    static Extract beside(Definition definition, Questionnaire questionnaire, Extract extract) {
        List<Column> coded = new ArrayList<>();
        for (Section section : definition.sections()) {
            if (section instanceof OpenAnswersSection open) {
                coded.addAll(open.coded(questionnaire, extract.answers()));
            }
        }
        if (coded.isEmpty()) {
            return extract;
        }
        List<Column> attributes = new ArrayList<>(extract.attributes());
        attributes.addAll(coded);
        return new Extract(extract.identity(), extract.answers(), attributes);
    }
}
