package io.earshot.workbook;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Extract;
import io.earshot.dataset.Missing;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Variable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns as variables of SPSS. Who was not asked is system-missing; the other kinds of missing are values of their own,
 * declared as missing, for numbers and codes. Texts without an answer are blank, and days and times system-missing.
 */
final class SpssVariables implements Column.Cases<List<SpssVariable>> {
    /** Seconds from SPSS's first second, of 14 October 1582, to that of 1970. */
    private static final long TO_1970 = 12_219_379_200L;

    private static final int MOST_DECIMALS = 6;
    private static final double[] NONE = {};

    private final Wording wording;
    private final ZoneId zone;
    private final boolean codesAsTexts;
    private final Words words;
    private final SpssNames names = new SpssNames();
    // Answers come first.
    private boolean beside;

    /** In which language labels are wanted, and which stands in where there are none. */
    record Wording(String language, String defaultLanguage) {
        Subject of(Variable variable) {
            return Subject.of(variable, language, defaultLanguage);
        }

        /** Of a column that stands beside the answers. */
        String beside(Column column) {
            return ColumnWords.label(new Words(language), column.name())
                    .orElseGet(() -> of(column.variable()).label());
        }
    }

    private SpssVariables(Wording wording, ZoneId zone, boolean codesAsTexts) {
        this.wording = wording;
        this.zone = zone;
        this.codesAsTexts = codesAsTexts;
        this.words = new Words(wording.language());
    }

    /**
     * @param zone         in which times are told, since SPSS knows no zones
     * @param codesAsTexts codes that are no numbers stay texts; otherwise they are their positions from 1, as analyses in SPSS
     *     want them
     */
    static List<SpssVariable> of(Extract extract, Wording wording, ZoneId zone, boolean codesAsTexts) {
        SpssVariables variables = new SpssVariables(wording, zone, codesAsTexts);
        List<Column> columns = new ArrayList<>(extract.answers().columns());
        // Answers name themselves first, so that theirs are the names that the questionnaire gives.
        List<SpssVariable> answers = columns.stream()
                .flatMap(column -> column.cases(variables).stream())
                .toList();
        List<SpssVariable> all = new ArrayList<>();
        variables.beside = true;
        extract.identity().forEach(column -> all.addAll(column.cases(variables)));
        all.addAll(answers);
        extract.attributes().forEach(column -> all.addAll(column.cases(variables)));
        return all;
    }

    private String label(Column column) {
        return beside ? wording.beside(column) : wording.of(column.variable()).label();
    }

    @Override
    public List<SpssVariable> coded(CodedColumn column) {
        Subject subject = wording.of(column.variable());
        boolean numbers = column.codes().stream().allMatch(code -> code.matches("-?\\d{1,15}(\\.\\d{1,15})?"));
        if (codesAsTexts && !numbers) {
            return List.of(words(column, subject));
        }
        double[] scores = IntStream.range(0, column.codes().size())
                .mapToDouble(column::scoreOf)
                .toArray();
        Map<Object, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            labels.put(scores[i], subject.label(column.codes().get(i)));
        }
        int decimals = IntStream.range(0, scores.length)
                .map(i -> decimals(scores[i]))
                .max()
                .orElse(0);
        Absent absent = Absent.below(IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[i])
                .min()
                .orElse(0));
        labels.putAll(absent.labels(words));
        return List.of(new SpssVariable(
                names.of(column.name()),
                subject.label(),
                0,
                SpssVariable.Format.number(decimals),
                level(column.variable().measure()),
                labels,
                absent.values(),
                null,
                (row, value) -> {
                    int index = column.index(row);
                    if (index < 0) {
                        absent.write(column, row, value);
                    } else {
                        value.number(scores[index]);
                    }
                }));
    }

    private SpssVariable words(CodedColumn column, Subject subject) {
        List<byte[]> codes = column.codes().stream().map(DataFiles::utf8).toList();
        int width = codes.stream().mapToInt(code -> code.length).max().orElse(1);
        Map<Object, String> labels = new LinkedHashMap<>();
        column.codes().forEach(code -> labels.put(code, subject.label(code)));
        return new SpssVariable(
                names.of(column.name()),
                subject.label(),
                width,
                SpssVariable.Format.text(width),
                level(column.variable().measure()),
                labels,
                NONE,
                null,
                (row, value) -> value.text(column.isMissing(row) ? new byte[0] : codes.get(column.index(row))));
    }

    @Override
    public List<SpssVariable> multiple(MultipleColumn column) {
        Subject subject = wording.of(column.variable());
        SpssVariable.OptionSet set = new SpssVariable.OptionSet(column.name(), subject.label());
        Absent absent = Absent.below(0);
        Map<Object, String> labels = new LinkedHashMap<>();
        labels.put(0.0, words.of("data.notChosen"));
        labels.put(1.0, words.of("data.chosen"));
        labels.putAll(absent.labels(words));
        List<SpssVariable> options = new ArrayList<>();
        for (int i = 0; i < column.codes().size(); i++) {
            int option = i;
            String code = column.codes().get(i);
            options.add(new SpssVariable(
                    names.of(column.name() + "." + code),
                    subject.label(code) + " – " + subject.label(),
                    0,
                    SpssVariable.Format.number(0),
                    SpssVariable.Level.NOMINAL,
                    labels,
                    absent.values(),
                    set,
                    (row, value) -> {
                        if (column.isMissing(row)) {
                            absent.write(column, row, value);
                        } else {
                            value.number(column.chose(row, option) ? 1 : 0);
                        }
                    }));
        }
        return options;
    }

    @Override
    public List<SpssVariable> number(NumberColumn column) {
        boolean timeOfDay = column.variable().format() == Variable.Format.TIME;
        double least = 0;
        int decimals = 0;
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            if (!column.isMissing(row)) {
                least = Math.min(least, column.score(row));
                decimals = Math.max(decimals, decimals(column.score(row)));
            }
        }
        Absent absent = Absent.below(least);
        return List.of(new SpssVariable(
                names.of(column.name()),
                label(column),
                0,
                timeOfDay ? SpssVariable.Format.TIME_OF_DAY : SpssVariable.Format.number(decimals),
                SpssVariable.Level.SCALE,
                timeOfDay ? Map.of() : absent.labels(words),
                timeOfDay ? NONE : absent.values(),
                null,
                (row, value) -> {
                    if (!column.isMissing(row)) {
                        // Minutes after midnight here, seconds there.
                        value.number(timeOfDay ? 60 * column.score(row) : column.score(row));
                    } else if (timeOfDay) {
                        value.nothing();
                    } else {
                        absent.write(column, row, value);
                    }
                }));
    }

    /** Texts longer than SPSS's go on in further variables. */
    @Override
    public List<SpssVariable> text(TextColumn column) {
        List<Integer> widths = new ArrayList<>(List.of(1));
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            List<byte[]> pieces = DataFiles.pieces(column.text(row).orElse(""), SpssFile.LONGEST_TEXT);
            for (int i = 0; i < pieces.size(); i++) {
                if (i == widths.size()) {
                    widths.add(1);
                }
                widths.set(i, Math.max(widths.get(i), pieces.get(i).length));
            }
        }
        String label = label(column);
        List<SpssVariable> parts = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            int part = i;
            parts.add(new SpssVariable(
                    names.of(column.name() + (i == 0 ? "" : "_" + (i + 1))),
                    i == 0 ? label : label + " (" + (i + 1) + ")",
                    widths.get(i),
                    SpssVariable.Format.text(widths.get(i)),
                    SpssVariable.Level.NOMINAL,
                    Map.of(),
                    NONE,
                    null,
                    (row, value) -> {
                        List<byte[]> pieces = DataFiles.pieces(column.text(row).orElse(""), SpssFile.LONGEST_TEXT);
                        value.text(part < pieces.size() ? pieces.get(part) : new byte[0]);
                    }));
        }
        return parts;
    }

    @Override
    public List<SpssVariable> date(DateColumn column) {
        return moments(column, SpssVariable.Format.DATE, (row, value) -> column.date(row)
                .ifPresentOrElse(day -> value.number(day.toEpochDay() * 86_400.0 + TO_1970), value::nothing));
    }

    @Override
    public List<SpssVariable> time(TimeColumn column) {
        return moments(column, SpssVariable.Format.DATE_TIME, (row, value) -> column.time(row)
                .ifPresentOrElse(
                        instant -> value.number(TO_1970
                                + LocalDateTime.ofInstant(instant, zone).toEpochSecond(ZoneOffset.UTC)
                                + instant.getNano() / 1e9),
                        value::nothing));
    }

    private List<SpssVariable> moments(Column column, SpssVariable.Format format, SpssVariable.Cell cell) {
        return List.of(new SpssVariable(
                names.of(column.name()),
                label(column),
                0,
                format,
                SpssVariable.Level.SCALE,
                Map.of(),
                NONE,
                null,
                cell));
    }

    private static SpssVariable.Level level(Measure measure) {
        return switch (measure) {
            case NOMINAL, TEXT -> SpssVariable.Level.NOMINAL;
            case ORDINAL -> SpssVariable.Level.ORDINAL;
            case SCALE, DATE -> SpssVariable.Level.SCALE;
        };
    }

    private static int decimals(double value) {
        return Math.max(
                0,
                Math.min(
                        MOST_DECIMALS,
                        BigDecimal.valueOf(value).stripTrailingZeros().scale()));
    }

    /** The values that stand for kinds of missing in one variable: -99, -98, -97, or with more nines in front. */
    private record Absent(double noAnswer) {
        static Absent below(double least) {
            double noAnswer = -99;
            while (least <= noAnswer + 2) {
                noAnswer = 10 * noAnswer - 9;
            }
            return new Absent(noAnswer);
        }

        double[] values() {
            return new double[] {noAnswer, noAnswer + 1, noAnswer + 2};
        }

        Map<Object, String> labels(Words words) {
            Map<Object, String> labels = new LinkedHashMap<>();
            labels.put(noAnswer, words.of("data.noAnswer"));
            labels.put(noAnswer + 1, words.of("data.refused"));
            labels.put(noAnswer + 2, words.of("data.invalid"));
            return labels;
        }

        void write(Column column, int row, SpssVariable.Value value) {
            Missing kind = column.missing(row).orElseThrow();
            switch (kind) {
                case NO_ANSWER -> value.number(noAnswer);
                case REFUSED -> value.number(noAnswer + 1);
                case INVALID -> value.number(noAnswer + 2);
                case NOT_ASKED -> value.nothing();
            }
        }
    }
}
