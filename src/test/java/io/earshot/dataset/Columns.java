package io.earshot.dataset;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.Variable.CodedValue;
import java.util.Arrays;
import java.util.List;

/** Columns as tests write them: an empty string, or NaN, is a missing value. */
public final class Columns {
    private Columns() {}

    public static CodedColumn coded(String name, List<String> codes, String... answers) {
        return coded(name, codes, Arrays.asList(answers));
    }

    public static CodedColumn coded(String name, List<String> codes, List<String> answers) {
        CodedColumn.Builder column = CodedColumn.builder(variable(name, Measure.ORDINAL, false, codes));
        for (String answer : answers) {
            if (answer.isEmpty()) {
                column.addMissing(Missing.NO_ANSWER);
            } else {
                column.add(answer);
            }
        }
        return column.build();
    }

    public static NumberColumn numbers(String name, double... values) {
        NumberColumn.Builder column = NumberColumn.builder(variable(name, Measure.SCALE, false, List.of()));
        for (double value : values) {
            if (Double.isNaN(value)) {
                column.addMissing(Missing.NO_ANSWER);
            } else {
                column.add(value);
            }
        }
        return column.build();
    }

    public static Variable variable(String name, Measure measure, boolean multiple, List<String> codes) {
        List<CodedValue> values =
                codes.stream().map(code -> new CodedValue(code, Text.of(code))).toList();
        return Variable.of(name, name, Text.of(name), measure)
                .shaped(multiple ? Variable.Shape.SET : Variable.Shape.ONE)
                .coded(values);
    }
}
