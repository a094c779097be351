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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns columns into the columns of a data sheet: with labels for people, or with codes for programs. */
final class Fields implements Column.Cases<List<Field>> {
    // 15 digits are what a spreadsheet's number holds.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})");
    private static final int FIRST_YEAR = 1900;

    private final boolean labels;
    private final ZoneId zone;
    private final Map<String, Subject> subjects;

    private Fields(boolean labels, ZoneId zone, Map<String, Subject> subjects) {
        this.labels = labels;
        this.zone = zone;
        this.subjects = subjects;
    }

    /**
     * @param labels   true for what codes mean, false for the codes
     * @param zone     in which times are shown
     * @param subjects the questionnaire's variables by name
     */
    static List<Field> of(Extract extract, boolean labels, ZoneId zone, Map<String, Subject> subjects) {
        Fields fields = new Fields(labels, zone, subjects);
        Set<String> taken = new HashSet<>();
        extract.answers().columns().forEach(column -> taken.add(column.name()));
        List<Field> all = new ArrayList<>();
        extract.identity().forEach(column -> all.addAll(fields.beside(taken, column)));
        extract.answers().columns().forEach(column -> all.addAll(column.cases(fields)));
        extract.attributes().forEach(column -> all.addAll(fields.beside(taken, column)));
        return all;
    }

    /** A question may be called "language" too; then the response's own goes by a name that no question can have. */
    private List<Field> beside(Set<String> taken, Column column) {
        return column.cases(this).stream()
                .map(field -> taken.contains(field.head())
                        ? new Field("response." + field.head(), field.width(), field.writer())
                        : field)
                .toList();
    }

    @Override
    public List<Field> coded(CodedColumn column) {
        boolean numbers =
                column.codes().stream().allMatch(code -> NUMBER.matcher(code).matches());
        Subject subject = subjects.get(column.name());
        // Where only the ends of a scale have words, as from 0 to 10, numbers read better than a mixture.
        boolean worded = subject != null
                && subject.codes().stream()
                        .noneMatch(
                                code -> code.label().isEmpty() || code.label().equals(code.code()));
        if (labels && subject != null && worded) {
            List<String> meanings = column.codes().stream().map(subject::label).toList();
            int longest = meanings.stream().mapToInt(String::length).max().orElse(0);
            return one(column, longest, (row, cells) -> cells.text(meanings.get(column.index(row))));
        }
        return one(column, 0, (row, cells) -> {
            int index = column.index(row);
            if (numbers) {
                cells.number(column.scoreOf(index));
            } else {
                cells.text(column.codes().get(index));
            }
        });
    }

    @Override
    public List<Field> multiple(MultipleColumn column) {
        List<Field> options = new ArrayList<>();
        for (int i = 0; i < column.codes().size(); i++) {
            int option = i;
            options.add(new Field(column.name() + "." + column.codes().get(i), 0, (row, cells) -> {
                if (!column.isMissing(row)) {
                    cells.number(column.chose(row, option) ? 1 : 0);
                }
            }));
        }
        return options;
    }

    @Override
    public List<Field> number(NumberColumn column) {
        return one(column, 0, (row, cells) -> cells.number(column.score(row)));
    }

    @Override
    public List<Field> text(TextColumn column) {
        return one(column, column.name().equals("id") ? 36 : 18, (row, cells) -> column.text(row)
                .ifPresent(cells::text));
    }

    @Override
    public List<Field> date(DateColumn column) {
        return one(column, 12, (row, cells) -> column.date(row).ifPresent(day -> {
            if (day.getYear() < FIRST_YEAR) {
                cells.text(day.toString());
            } else {
                cells.date(day);
            }
        }));
    }

    @Override
    public List<Field> time(TimeColumn column) {
        return one(column, 18, (row, cells) -> column.time(row).ifPresent(instant -> {
            LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
            if (local.getYear() < FIRST_YEAR) {
                // A spreadsheet's calendar begins in 1900.
                cells.text(local.toString());
            } else {
                cells.time(local);
            }
        }));
    }

    private static List<Field> one(Column column, int width, Field.Writer writer) {
        return List.of(new Field(column.name(), width, (row, cells) -> {
            if (!column.isMissing(row)) {
                writer.write(row, cells);
            }
        }));
    }
}
