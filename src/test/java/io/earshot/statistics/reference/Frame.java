package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.ScoredColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A data file as R holds it: numbers, and categories with the order of their levels. */
final class Frame {
    private record Series(String type, List<String> levels, List<String> cells) {
        boolean numeric() {
            return type.equals("numeric");
        }

        double number(int row) {
            String cell = cells.get(row);
            if (cell.isEmpty()) {
                return Double.NaN;
            }
            if (type.equals("logical")) {
                return cell.equals("TRUE") ? 1 : 0;
            }
            return numeric() ? Double.parseDouble(cell) : levels.indexOf(cell) + 1;
        }
    }

    /** R collates as ICU: letters whatever their accent and case, then accents, then small letters first. */
    private static final Comparator<String> AS_R = Comparator.<String, String>comparing(
                    text -> decomposed(text).replaceAll("\\p{M}", ""))
            .thenComparing(Frame::decomposed)
            .thenComparing(Comparator.reverseOrder());

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    }

    private final Map<String, Series> series;

    private Frame(Map<String, Series> series) {
        this.series = series;
    }

    static Frame empty() {
        return new Frame(Map.of());
    }

    static Frame of(String name, List<String> numbers) {
        return new Frame(Map.of(name, new Series("numeric", List.of(), numbers)));
    }

    static Frame read(Path file, JsonNode columns) {
        Map<String, Series> series = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            for (JsonNode column : columns) {
                String name = column.path("name").asText();
                String type = column.path("type").asText();
                List<String> cells =
                        rows.stream().map(row -> row.getField(name)).toList();
                series.put(
                        name,
                        new Series(type, levels(type, column.path("levels").textValue(), cells), cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Frame(series);
    }

    private static List<String> levels(String type, @Nullable String declared, List<String> cells) {
        if (declared != null) {
            return List.of(declared.split("\\|", -1));
        }
        List<String> used =
                cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
        if (type.equals("numeric")) {
            return used.stream()
                    .map(cell -> Double.parseDouble(cell) + 0.0)
                    .sorted()
                    .distinct()
                    .map(Frame::asR)
                    .toList();
        }
        return used.stream().sorted(AS_R).toList();
    }

    /** A number as R's as.character writes it: 15 significant digits, and 1e+05 where that is shorter. */
    private static String asR(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(number).round(new MathContext(15)).stripTrailingZeros();
        String fixed = digits.toPlainString();
        int exponent = digits.precision() - digits.scale() - 1;
        String scientific = digits.movePointLeft(exponent).toPlainString()
                + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
        return fixed.length() <= scientific.length() ? fixed : scientific;
    }

    List<String> names() {
        return List.copyOf(series.keySet());
    }

    boolean has(String name) {
        return series.containsKey(name);
    }

    int rows() {
        return series.values().stream()
                .findFirst()
                .map(one -> one.cells().size())
                .orElse(0);
    }

    /** The rows whose numbered place holds. */
    Frame where(IntPredicate keep) {
        Map<String, Series> kept = new LinkedHashMap<>();
        series.forEach((name, one) -> kept.put(
                name,
                new Series(
                        one.type(),
                        one.levels(),
                        IntStream.range(0, one.cells().size())
                                .filter(keep)
                                .mapToObj(one.cells()::get)
                                .toList())));
        return new Frame(kept);
    }

    /** The rows where a column's cell is this text. */
    Frame where(String name, String cell) {
        Series one = find(name);
        return where(row -> {
            String found = one.cells().get(row);
            return one.numeric() && !found.isEmpty() && !cell.isEmpty()
                    ? Double.parseDouble(found) == Double.parseDouble(cell)
                    : found.equals(cell);
        });
    }

    /** One row per value of {@code id}, one column {@code value.time} per value of {@code time}. */
    Frame wide(String id, String time, String value) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (int row = 0; row < rows(); row++) {
            cells.computeIfAbsent(find(time).cells().get(row), unused -> new LinkedHashMap<>())
                    .put(find(id).cells().get(row), find(value).cells().get(row));
        }
        List<String> ids = find(id).cells().stream().distinct().toList();
        Map<String, Series> wide = new LinkedHashMap<>();
        cells.forEach((at, byId) -> wide.put(
                value + "." + at,
                new Series(
                        find(value).type(),
                        find(value).levels(),
                        ids.stream().map(one -> byId.getOrDefault(one, "")).toList())));
        return new Frame(wide);
    }

    /** R's as.numeric of the column, NaN where missing. */
    double[] numbers(String name) {
        Series one = find(name);
        return IntStream.range(0, one.cells().size()).mapToDouble(one::number).toArray();
    }

    /** The rows of several columns: one array per row. */
    double[][] matrix(List<String> names) {
        double[][] columns = names.stream().map(this::numbers).toArray(double[][]::new);
        return IntStream.range(0, rows())
                .mapToObj(row -> Arrays.stream(columns)
                        .mapToDouble(column -> column[row])
                        .toArray())
                .toArray(double[][]::new);
    }

    NumberColumn number(String name) {
        return Columns.numbers(name, numbers(name));
    }

    /** The column as a factor: levels as declared, or in the order of the numbers or texts. */
    CodedColumn factor(String name) {
        Series one = find(name);
        if (!one.numeric()) {
            return Columns.coded(name, one.levels(), one.cells());
        }
        List<String> cells = one.cells().stream()
                .map(cell -> cell.isEmpty() ? cell : asR(Double.parseDouble(cell)))
                .toList();
        return Columns.coded(name, one.levels(), cells);
    }

    /** The column as a model takes it: categories as a factor, all else as numbers. */
    ScoredColumn term(String name) {
        Series one = find(name);
        return one.numeric() || one.type().equals("logical") ? number(name) : factor(name);
    }

    boolean isNumeric(String name) {
        return find(name).numeric();
    }

    private Series find(String name) {
        Series one = series.get(name);
        if (one == null) {
            throw new IllegalArgumentException("no column is named " + name);
        }
        return one;
    }
}
