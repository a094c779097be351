package io.earshot.statistics;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** 2,800 people's answers to 25 personality items (psych::bfi), as columns. */
public final class Bfi {
    private static final List<NamedCsvRecord> ROWS = rows();

    private Bfi() {}

    static CodedColumn item(String name) {
        return column(name, 6);
    }

    public static List<CodedColumn> items(String... names) {
        return Arrays.stream(names).map(Bfi::item).toList();
    }

    static CodedColumn gender() {
        return column("gender", 2);
    }

    static CodedColumn education() {
        return column("education", 5);
    }

    private static CodedColumn column(String name, int points) {
        List<String> codes =
                IntStream.rangeClosed(1, points).mapToObj(Integer::toString).toList();
        return Columns.coded(
                name, codes, ROWS.stream().map(row -> row.getField(name)).toList());
    }

    private static List<NamedCsvRecord> rows() {
        try (InputStream file = requireNonNull(Bfi.class.getResourceAsStream("/demo/bfi.csv"));
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
