package io.earshot.statistics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages on statistics say what the tests hold: {@link ReferenceCasesTest} holds the code to the cases, this holds the
 * pages' worked examples to them, or to the unit test that a page names.
 */
class StatisticsPagesTest {
    private static final Path TESTS = Path.of("src/test/java/io/earshot/statistics");
    private static final List<String> HEADINGS =
            List.of("Definition", "Assumptions", "When not to use it", "In R", "Worked example");
    private static final Pattern CASE = Pattern.compile("\\(reference case `([^`]+)`, check (\\d+)\\)");
    private static final Pattern UNIT = Pattern.compile("\\(unit test `(\\w+/\\w+)\\.(\\w+)`\\)");

    private record Row(String path, String number) {
        static Row of(String line) {
            String[] cells = line.split("\\|");
            return new Row(cells[1].strip().replace("`", ""), cells[2].strip());
        }
    }

    @TestFactory
    List<DynamicTest> everyPagesExampleIsHeldByATest() throws IOException {
        Map<String, Check> checks = ReferenceCase.allIn(Path.of("src/test/resources/refcases")).stream()
                .flatMap(one -> one.checks().stream())
                .collect(Collectors.toMap(check -> check.caseName() + "#" + check.number(), Function.identity()));
        try (Stream<Path> pages = Files.list(Path.of("docs/statistics"))) {
            List<DynamicTest> tests = pages.filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !page.endsWith("README.md"))
                    .sorted()
                    .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> hold(page, checks)))
                    .toList();
            assertThat(tests).isNotEmpty();
            return tests;
        }
    }

    private static void hold(Path page, Map<String, Check> checks) throws IOException {
        String text = Files.readString(page);
        assertThat(text).startsWith("# ");
        assertThat(text.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .containsExactlyElementsOf(HEADINGS);
        String example = text.substring(text.indexOf("## Worked example"));
        List<Row> rows = example.lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(Row::of)
                .toList();
        assertThat(rows).as("rows of the worked example").isNotEmpty();

        Matcher unit = UNIT.matcher(example);
        if (unit.find()) {
            String body = method(TESTS.resolve(unit.group(1) + ".java"), unit.group(2));
            assertThat(rows).allSatisfy(row -> assertThat(body)
                    .containsPattern("(?<![\\d.])" + Pattern.quote(row.number()) + "(?!\\d)"));
            return;
        }
        Matcher named = CASE.matcher(example);
        assertThat(named.find()).as("a reference case or a unit test is named").isTrue();
        String name = named.group(1) + "#" + named.group(2);
        JsonNode values = Optional.ofNullable(checks.get(name))
                .map(Check::values)
                .orElseThrow(() -> new AssertionError("there is no " + name));
        rows.forEach(row -> equal(name, row, values));
    }

    private static void equal(String name, Row row, JsonNode values) {
        JsonNode expected = values.at("/" + row.path());
        assertThat(expected.isValueNode())
                .as("%s has a value %s", name, row.path())
                .isTrue();
        if (!expected.isNumber()) {
            assertThat(row.number()).as(row.path()).isEqualTo(expected.asText());
            return;
        }
        double value = expected.asDouble();
        assertThat(Double.parseDouble(row.number())).as(row.path()).isCloseTo(value, within(Math.abs(value) * 1e-6));
    }

    private static String method(Path source, String name) throws IOException {
        return Arrays.stream(Files.readString(source).split("\n    @Test\n"))
                .filter(part -> part.stripLeading().startsWith("void " + name + "("))
                .findFirst()
                .orElseThrow(() -> new AssertionError(source + " has no test " + name));
    }
}
