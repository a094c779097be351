package io.earshot.statistics.market;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Best-worst scaling (MaxDiff) of all respondents together: counts, and the utilities of all items by the logit of the best and of the worst
 * choice, the latter with utilities reversed, among all items shown. R: {@code survival::clogit} with a stratum per choice.
 *
 * @param tasks    choices of a best and a worst item that are complete
 * @param excluded tasks that lack an item or a choice
 * @param items    in the order of their numbers
 * @param fit      undefined if an item was never shown beside others, or always or never chosen, so that it has no finite
 *                 utility
 * @see <a href="https://doi.org/10.1017/CBO9781107337855">Louviere, Flynn and Marley (2015), Best-Worst Scaling</a>
 */
public record BestWorst(long tasks, long excluded, List<Item> items, Outcome<Fit> fit) {
    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-12;
    private static final double LARGEST = 25;

    public BestWorst {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param shown         in how many tasks
     * @param best          in how many it was the best
     * @param worst         in how many it was the worst
     * @param score         (best - worst) / shown, by weight if there are weights, from -1 to 1; undefined if it was never shown
     */
    public record Item(long shown, long best, long worst, Outcome<Double> score) {}

    /**
     * The logit of all choices.
     *
     * @param utilities         in the order of the items' numbers
     * @param logLikelihood     at the utilities
     * @param nullLogLikelihood with all utilities equal
     */
    public record Fit(List<Utility> utilities, double logLikelihood, double nullLogLikelihood) {
        public Fit {
            utilities = List.copyOf(utilities);
        }
    }

    /**
     * What an item is worth.
     *
     * @param utility       against the first item, which has 0
     * @param standardError of the utility; 0 for the first item
     * @param share         of preference: e^utility over the sum of all items', in (0, 1)
     */
    public record Utility(double utility, double standardError, double share) {}

    /**
     * Of tasks, one row each: the numbers from 1 of the items shown, then that of the best and that of the worst, NaN where
     * missing.
     *
     * @param items how many items there are
     * @throws IllegalArgumentException if a number is not that of an item, or a choice was not shown
     */
    public static Outcome<BestWorst> of(double[][] tasks, int items) {
        double[] once = new double[tasks.length];
        Arrays.fill(once, 1);
        return of(tasks, items, once, Optional.empty());
    }

    /**
     * The same by weight: scores of weighted counts, utilities that maximise the weighted likelihood, and errors that let a
     * respondent's choices hang together (the sandwich). R: {@code survival::coxph} with {@code weights} and
     * {@code cluster}, a stratum per choice.
     *
     * @param weights     of the tasks: that of who did it, at least 0
     * @param respondents of the tasks: the same number for all that a respondent did
     */
    public static Outcome<BestWorst> weighted(double[][] tasks, int items, double[] weights, int[] respondents) {
        return of(tasks, items, weights, Optional.of(respondents));
    }

    /** A task that is complete: places of the items shown, then of the best and of the worst. */
    private record Task(int[] items, double weight, int respondent) {}

    private static Outcome<BestWorst> of(double[][] tasks, int items, double[] weights, Optional<int[]> respondents) {
        List<Task> complete = new ArrayList<>();
        for (int i = 0; i < tasks.length; i++) {
            if (Arrays.stream(tasks[i]).noneMatch(Double::isNaN)) {
                int who = respondents.isPresent() ? respondents.orElseThrow()[i] : i;
                complete.add(new Task(checked(tasks[i], items), weights[i], who));
            }
        }
        if (complete.isEmpty() || items < 2) {
            return Outcome.undefined(Reason.NO_ANSWERS, "%d complete tasks of %d items", complete.size(), items);
        }
        return Outcome.of(new BestWorst(
                complete.size(),
                tasks.length - complete.size(),
                items(complete, items),
                fit(complete, items, respondents.isPresent())));
    }

    private static Outcome<Fit> fit(List<Task> complete, int items, boolean robust) {
        RealVector utilities = new ArrayRealVector(items - 1);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            Watch.look();
            Likelihood at = Likelihood.of(complete, utilities);
            LUDecomposition information = new LUDecomposition(at.information());
            if (!information.getSolver().isNonSingular() || utilities.getLInfNorm() > LARGEST) {
                return Outcome.undefined(Reason.SEPARATION, "an item was always, or never, preferred to the others");
            }
            RealVector step = information.getSolver().solve(at.gradient());
            utilities = utilities.add(step);
            if (step.getLInfNorm() < TOLERANCE) {
                Likelihood found = Likelihood.of(complete, utilities);
                RealMatrix inverse = information.getSolver().getInverse();
                RealMatrix covariance =
                        robust ? inverse.multiply(spread(complete, utilities)).multiply(inverse) : inverse;
                double none =
                        Likelihood.of(complete, new ArrayRealVector(items - 1)).value();
                return Outcome.of(new Fit(utilities(utilities, covariance), found.value(), none));
            }
        }
        return Outcome.undefined(Reason.NOT_CONVERGED, "no utilities in %d iterations", ITERATIONS);
    }

    /** The sum of the products of each respondent's slope of the likelihood with itself. */
    private static RealMatrix spread(List<Task> tasks, RealVector utilities) {
        Map<Integer, List<Task>> byRespondent =
                tasks.stream().collect(Collectors.groupingBy(Task::respondent, TreeMap::new, Collectors.toList()));
        int k = utilities.getDimension();
        RealMatrix spread = new Array2DRowRealMatrix(k, k);
        for (List<Task> own : byRespondent.values()) {
            RealVector slope = Likelihood.of(own, utilities).gradient();
            spread = spread.add(slope.outerProduct(slope));
        }
        return spread;
    }

    private static int[] checked(double[] task, int items) {
        int[] numbers = new int[task.length];
        for (int i = 0; i < task.length; i++) {
            if (task[i] != Math.rint(task[i]) || task[i] < 1 || task[i] > items) {
                throw new IllegalArgumentException(
                        "an item's number must be from 1 to %d: %s".formatted(items, task[i]));
            }
            numbers[i] = (int) task[i] - 1;
        }
        int shown = numbers.length - 2;
        for (int i = shown; i < numbers.length; i++) {
            int choice = numbers[i];
            if (Arrays.stream(numbers, 0, shown).noneMatch(item -> item == choice)) {
                throw new IllegalArgumentException("item %d was chosen but not shown".formatted(choice + 1));
            }
        }
        return numbers;
    }

    private static List<Item> items(List<Task> tasks, int items) {
        long[] shown = new long[items];
        long[] best = new long[items];
        long[] worst = new long[items];
        double[] people = new double[items];
        double[] net = new double[items];
        for (Task task : tasks) {
            int[] places = task.items();
            for (int i = 0; i < places.length - 2; i++) {
                shown[places[i]]++;
                people[places[i]] += task.weight();
            }
            best[places[places.length - 2]]++;
            net[places[places.length - 2]] += task.weight();
            worst[places[places.length - 1]]++;
            net[places[places.length - 1]] -= task.weight();
        }
        return IntStream.range(0, items)
                .mapToObj(item -> new Item(
                        shown[item],
                        best[item],
                        worst[item],
                        people[item] == 0
                                ? Outcome.<Double>undefined(Reason.NO_ANSWERS, "item %d was never shown", item + 1)
                                : Outcome.of(net[item] / people[item])))
                .toList();
    }

    private static List<Utility> utilities(RealVector utilities, RealMatrix covariance) {
        double sum = 1 + Arrays.stream(utilities.toArray()).map(Math::exp).sum();
        List<Utility> described = new ArrayList<>(List.of(new Utility(0, 0, 1 / sum)));
        for (int item = 0; item < utilities.getDimension(); item++) {
            double utility = utilities.getEntry(item);
            described.add(new Utility(utility, Math.sqrt(covariance.getEntry(item, item)), Math.exp(utility) / sum));
        }
        return described;
    }

    /** The log likelihood with its slope and curvature in the utilities of all items but the first. */
    private record Likelihood(double value, RealVector gradient, RealMatrix information) {

        static Likelihood of(List<Task> tasks, RealVector utilities) {
            int k = utilities.getDimension();
            RealVector gradient = new ArrayRealVector(k);
            RealMatrix information = new Array2DRowRealMatrix(k, k);
            double value = 0;
            for (Task task : tasks) {
                int[] items = task.items();
                int[] shown = Arrays.copyOf(items, items.length - 2);
                double weight = task.weight();
                value += choice(shown, items[items.length - 2], 1, weight, utilities, gradient, information);
                value += choice(shown, items[items.length - 1], -1, weight, utilities, gradient, information);
            }
            return new Likelihood(value, gradient, information);
        }

        private static double choice(
                int[] shown,
                int chosen,
                int sign,
                double weight,
                RealVector utilities,
                RealVector gradient,
                RealMatrix information) {
            double[] p = Arrays.stream(shown)
                    .mapToDouble(item -> Math.exp(sign * utility(utilities, item)))
                    .toArray();
            double sum = Arrays.stream(p).sum();
            for (int i = 0; i < shown.length; i++) {
                p[i] /= sum;
                if (shown[i] > 0) {
                    gradient.addToEntry(shown[i] - 1, weight * sign * ((shown[i] == chosen ? 1 : 0) - p[i]));
                }
            }
            for (int i = 0; i < shown.length; i++) {
                for (int j = 0; j < shown.length; j++) {
                    if (shown[i] > 0 && shown[j] > 0) {
                        information.addToEntry(
                                shown[i] - 1, shown[j] - 1, weight * ((i == j ? p[i] : 0) - p[i] * p[j]));
                    }
                }
            }
            return weight * (sign * utility(utilities, chosen) - Math.log(sum));
        }

        private static double utility(RealVector utilities, int item) {
            return item == 0 ? 0 : utilities.getEntry(item - 1);
        }
    }
}
