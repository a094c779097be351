package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of several groups, in the order of the groups' codes; none missing.
 *
 * @param names  of the groups
 * @param values one array per group
 * @param excluded rows left out because they lack a value or a group
 */
public record Samples(List<String> names, List<double[]> values, long excluded) {
    public Samples {
        names = List.copyOf(names);
        values = List.copyOf(values);
        if (names.size() != values.size()) {
            throw new IllegalArgumentException(
                    "names and values must be equally many: %d, %d".formatted(names.size(), values.size()));
        }
    }

    /** With nothing left out. */
    public Samples(List<String> names, List<double[]> values) {
        this(names, values, 0);
    }

    /**
     * Values by group, rows that lack either left out; groups without values keep their place.
     *
     * @throws IllegalArgumentException if values and groups differ in their number of rows
     */
    public static Samples of(double[] values, CodedColumn groups) {
        if (values.length != groups.rows()) {
            throw new IllegalArgumentException(
                    "values and groups must have equally many rows: %d, %d".formatted(values.length, groups.rows()));
        }
        int[] sizes = new int[groups.codes().size()];
        for (int row = 0; row < values.length; row++) {
            Watch.look(row);
            if (!groups.isMissing(row) && !Double.isNaN(values[row])) {
                sizes[groups.index(row)]++;
            }
        }
        double[][] samples = Arrays.stream(sizes).mapToObj(double[]::new).toArray(double[][]::new);
        int[] filled = new int[sizes.length];
        for (int row = 0; row < values.length; row++) {
            Watch.look(row);
            if (!groups.isMissing(row) && !Double.isNaN(values[row])) {
                int group = groups.index(row);
                samples[group][filled[group]++] = values[row];
            }
        }
        return new Samples(
                groups.codes(),
                Arrays.asList(samples),
                (long) values.length - Arrays.stream(sizes).sum());
    }

    /** Without the groups that have no values. */
    public Samples used() {
        List<String> kept = new ArrayList<>();
        List<double[]> samples = new ArrayList<>();
        for (int group = 0; group < size(); group++) {
            if (values.get(group).length > 0) {
                kept.add(names.get(group));
                samples.add(values.get(group));
            }
        }
        return new Samples(kept, samples, excluded);
    }

    /** How many groups there are. */
    public int size() {
        return names.size();
    }

    public double[] group(int group) {
        return values.get(group);
    }

    /** How many values a group has. */
    public int n(int group) {
        return values.get(group).length;
    }

    /** How many values there are in all groups. */
    public int n() {
        return values.stream().mapToInt(sample -> sample.length).sum();
    }

    /** All values, group by group. */
    public double[] all() {
        return values.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** The group of each of {@link #all()}. */
    public int[] groups() {
        return IntStream.range(0, size())
                .flatMap(group -> IntStream.generate(() -> group).limit(n(group)))
                .toArray();
    }

    /** Other values in place of {@link #all()}, group by group. */
    public Samples with(double[] all) {
        List<double[]> samples = new ArrayList<>();
        int from = 0;
        for (double[] sample : values) {
            samples.add(Arrays.copyOfRange(all, from, from + sample.length));
            from += sample.length;
        }
        return new Samples(names, samples, excluded);
    }
}
