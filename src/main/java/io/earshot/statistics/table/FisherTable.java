package io.earshot.statistics.table;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Fisher's exact test of any table: the probability, given its totals, of all tables no likelier than this one.
 * R: {@code fisher.test(t)}.
 *
 * <p>Columns are filled one after the other; what is left of the row totals is a node. Of all completions from a node the
 * most and the least likely are known, so that most paths are counted or dropped whole (Mehta and Patel's network).
 * Where a table has too many nodes for that, tables are drawn at random instead, and the result says so.
 *
 * @param p     in [0, 1]
 * @param draws 0 if p is exact, otherwise the number of random tables that it is the share of
 * @see <a href="https://doi.org/10.1080/01621459.1983.10477989">Mehta and Patel (1983), JASA 78, 427-434</a>
 */
public record FisherTable(double p, int draws) {
    private static final int DRAWS = 100_000;
    private static final long BUDGET = 60_000_000;
    private static final double NO_LIKELIER = 1e-7;

    /**
     * Undefined with fewer than two rows or columns that are not empty.
     *
     * @param seed of the random tables, which are drawn only where the exact test is out of reach
     */
    public static Outcome<FisherTable> of(CountTable whole, long seed) {
        CountTable trimmed = whole.trimmed();
        if (trimmed.rows() < 2 || trimmed.columns() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES,
                    "Fisher's test needs two categories in use on both sides: %d by %d",
                    trimmed.rows(),
                    trimmed.columns());
        }
        CountTable table = trimmed.rows() <= trimmed.columns() ? trimmed : trimmed.transposed();
        Network network = new Network(table);
        return Outcome.of(
                network.exact() ? new FisherTable(network.p(), 0) : drawn(table, network.seen, new Random(seed)));
    }

    private static FisherTable drawn(CountTable table, double seen, Random random) {
        int[] rows = new int[Math.toIntExact(table.n())];
        int[] columns = new int[rows.length];
        for (int i = 0, at = 0; i < table.rows(); at += (int) table.rowTotal(i), i++) {
            Arrays.fill(rows, at, at + (int) table.rowTotal(i), i);
        }
        for (int j = 0, at = 0; j < table.columns(); at += (int) table.columnTotal(j), j++) {
            Arrays.fill(columns, at, at + (int) table.columnTotal(j), j);
        }
        int unlikelier = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[][] counts = new int[table.rows()][table.columns()];
            for (int i = rows.length - 1; i >= 0; i--) {
                int other = random.nextInt(i + 1);
                int swapped = columns[i];
                columns[i] = columns[other];
                columns[other] = swapped;
                counts[rows[i]][columns[i]]++;
            }
            double log = 0;
            for (int[] row : counts) {
                for (int count : row) {
                    log -= LogGamma.value(count + 1.0);
                }
            }
            unlikelier += log <= seen + NO_LIKELIER ? 1 : 0;
        }
        return new FisherTable((unlikelier + 1.0) / (DRAWS + 1.0), DRAWS);
    }

    /** Row totals still to be filled, ascending: their order does not matter. */
    private record Node(int column, List<Integer> left) {}

    /** What all completions from a node have: the most and least likely one's and the sum of all, as logarithms. */
    private record Ahead(double most, double least, double total) {}

    private static final class Network {
        private final int[] columnTotals;
        private final double[] logFactorials;
        private final Map<Node, Ahead> ahead = new HashMap<>();
        private final List<Integer> rowTotals = new ArrayList<>();
        private long work;
        final double seen;

        Network(CountTable table) {
            logFactorials = new double[Math.toIntExact(table.n()) + 1];
            for (int i = 1; i < logFactorials.length; i++) {
                logFactorials[i] = logFactorials[i - 1] + Math.log(i);
            }
            columnTotals = new int[table.columns()];
            double log = 0;
            for (int j = 0; j < columnTotals.length; j++) {
                columnTotals[j] = (int) table.columnTotal(j);
                for (int i = 0; i < table.rows(); i++) {
                    log -= logFactorials[(int) table.count(i, j)];
                }
            }
            seen = log;
            Arrays.sort(columnTotals);
            for (int i = 0; i < table.rows(); i++) {
                rowTotals.add((int) table.rowTotal(i));
            }
            Collections.sort(rowTotals);
        }

        /** Looks ahead from the start; false if that is too much work. */
        boolean exact() {
            try {
                lookAhead(new Node(0, rowTotals));
                return true;
            } catch (OutOfReach e) {
                return false;
            }
        }

        double p() {
            double all = lookAhead(new Node(0, rowTotals)).total();
            Map<Node, Map<Double, Double>> stage = Map.of(new Node(0, rowTotals), Map.of(0.0, 1.0));
            double sum = 0;
            for (int column = 0; column < columnTotals.length; column++) {
                Map<Node, Map<Double, Double>> next = new HashMap<>();
                for (Map.Entry<Node, Map<Double, Double>> entry : stage.entrySet()) {
                    for (Step step : steps(entry.getKey())) {
                        Ahead rest = lookAhead(step.to());
                        for (Map.Entry<Double, Double> past : entry.getValue().entrySet()) {
                            double log = past.getKey() + step.log();
                            if (log + rest.most() <= seen + NO_LIKELIER) {
                                sum += past.getValue() * Math.exp(log + rest.total() - all);
                            } else if (log + rest.least() <= seen + NO_LIKELIER) {
                                next.computeIfAbsent(step.to(), unused -> new HashMap<>())
                                        .merge(Math.rint(log * 1e10) / 1e10, past.getValue(), Double::sum);
                            }
                        }
                    }
                }
                stage = next;
            }
            return Math.min(1, sum);
        }

        private Ahead lookAhead(Node node) {
            Ahead known = ahead.get(node);
            if (known != null) {
                return known;
            }
            if (node.column() == columnTotals.length) {
                return new Ahead(0, 0, 0);
            }
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            List<Double> totals = new ArrayList<>();
            for (Step step : steps(node)) {
                Ahead rest = lookAhead(step.to());
                most = Math.max(most, step.log() + rest.most());
                least = Math.min(least, step.log() + rest.least());
                totals.add(step.log() + rest.total());
            }
            double largest = Collections.max(totals);
            double sum =
                    totals.stream().mapToDouble(log -> Math.exp(log - largest)).sum();
            Ahead found = new Ahead(most, least, largest + Math.log(sum));
            ahead.put(node, found);
            return found;
        }

        /** One way to fill a column, by its part of the log probability. */
        private record Step(Node to, double log) {}

        private List<Step> steps(Node node) {
            List<Step> steps = new ArrayList<>();
            fill(node, new int[node.left().size()], 0, columnTotals[node.column()], 0, steps);
            work += steps.size();
            if (work > BUDGET) {
                throw new OutOfReach();
            }
            return steps;
        }

        private void fill(Node node, int[] cells, int row, int left, double log, List<Step> steps) {
            if (row == cells.length - 1) {
                if (left > node.left().get(row)) {
                    return;
                }
                cells[row] = left;
                Integer[] rest = new Integer[cells.length];
                for (int i = 0; i < cells.length; i++) {
                    rest[i] = node.left().get(i) - cells[i];
                }
                Arrays.sort(rest);
                steps.add(new Step(new Node(node.column() + 1, List.of(rest)), log - logFactorials[left]));
                return;
            }
            for (int count = 0; count <= Math.min(left, node.left().get(row)); count++) {
                cells[row] = count;
                fill(node, cells, row + 1, left - count, log - logFactorials[count], steps);
            }
        }
    }

    private static final class OutOfReach extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
