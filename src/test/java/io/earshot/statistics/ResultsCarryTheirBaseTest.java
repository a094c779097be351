package io.earshot.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every result that is computed from rows says how many it is of and how many were left out; one computed with weights also
 * says how many unweighted rows would be as precise. Results are found by reflection, so a new one is asked too.
 */
class ResultsCarryTheirBaseTest {
    private static final Path ROOT = Path.of("src/main/java");
    private static final Path SOURCES = Path.of("src/main/java/io/earshot/statistics");

    private static final Set<String> SIZES =
            Set.of("n", "base", "pairs", "firstN", "tasks", "asked", "rows", "respondents", "counts", "all");
    private static final Set<String> LEFT_OUT =
            Set.of("excluded", "missing", "invalid", "unanswered", "asked", "incomplete");

    /** Made of counts, of another result, or of numbers that are no rows: nothing can be missing. */
    private static final Set<String> OF_NO_ROWS = Set.of(
            "Association",
            "BenchmarkShare",
            "Coefficient",
            "ColumnProportions",
            "FisherExact",
            "FisherTable",
            "GoodnessOfFit",
            "Independence",
            "MantelHaenszel",
            "McNemar",
            "OddsRatio",
            "OrdinalAssociation",
            "OverlapDifference",
            "PooledEstimate",
            "Ranks",
            "ResponseRates",
            "SampleMoments",
            "ShareIntervals",
            "SymmetricInverse");

    /** Their parts or lists carry it: samples, means, a number for each pair or for each row. */
    private static final Set<String> CARRIED_BY_A_PART = Set.of(
            "CappedRaking",
            "CoefficientInfluence",
            "CorrelationMatrix",
            "NetPromoterDifference",
            "PairwiseAlpha",
            "PriceCurves",
            "PostStratification",
            "Raking",
            "Samples",
            "ShareChart",
            "SurveyProportion",
            "Trimming",
            "VarianceHomogeneity",
            "WeightDiagnostics");

    @Test
    void everyResultOfRowsSaysHowManyAndHowManyWereLeftOut() throws IOException {
        Set<String> lacking = new TreeSet<>();
        int results = 0;
        for (Class<?> type : results()) {
            String name = type.getSimpleName();
            if (OF_NO_ROWS.contains(name) || CARRIED_BY_A_PART.contains(name)) {
                continue;
            }
            results++;
            Set<String> components = components(type);
            if (components.stream().noneMatch(SIZES::contains)) {
                lacking.add(name + " has no n");
            }
            if (components.stream().noneMatch(LEFT_OUT::contains)) {
                lacking.add(name + " doesn't say what was left out");
            }
            boolean weighted = Arrays.stream(factories(type))
                    .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                    .anyMatch(parameter -> parameter.getSimpleName().equals("SurveyDesign"));
            if (weighted && !components.contains("nEffective")) {
                lacking.add(name + " has weights and no nEffective");
            }
        }
        assertThat(lacking).isEmpty();
        assertThat(results).isGreaterThan(40);
    }

    @Test
    void nothingIsExcusedThatIsGone() throws IOException {
        Set<String> names = results().stream().map(Class::getSimpleName).collect(Collectors.toSet());

        assertThat(names).containsAll(OF_NO_ROWS).containsAll(CARRIED_BY_A_PART);
    }

    /** Public records that a static method of theirs makes. */
    private static List<Class<?>> results() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> ROOT.relativize(file).toString())
                    .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(file -> type(file.substring(0, file.length() - 5).replace('/', '.')))
                    .filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()))
                    .filter(type -> factories(type).length > 0)
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method[] factories(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .filter(method -> makes(method.getGenericReturnType(), type))
                .toArray(Method[]::new);
    }

    private static boolean makes(Type returned, Class<?> type) {
        return returned.getTypeName().contains(type.getName());
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
