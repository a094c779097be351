package io.earshot.statistics.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs every check of every reference case. {@code -Drefcases=DIR} names another folder of cases, and
 * {@code -Drefcases.only=TEXT} keeps those checks whose case or method contains the text.
 */
class ReferenceCasesTest {
    @Test
    void everyCheckEqualsR() throws IOException {
        requireAll(Path.of(System.getProperty("refcases", "src/test/resources/refcases")));
    }

    /** Ties, constants, empty cells, one respondent, weights of 0 and of a million, counts of ten millions. */
    @Test
    void hardDataGiveWhatRGives() throws IOException {
        requireAll(Path.of("src/test/resources/refcases-hard"));
    }

    private static void requireAll(Path folder) throws IOException {
        String only = System.getProperty("refcases.only", "");
        List<String> failures = new ArrayList<>();
        int checks = 0;
        int held = 0;

        for (ReferenceCase referenceCase : ReferenceCase.allIn(folder)) {
            for (Check check : referenceCase.checks()) {
                if (!check.name().contains(only)) {
                    continue;
                }
                checks++;
                List<String> differences = differences(referenceCase, check);
                if (differences.isEmpty()) {
                    held++;
                } else {
                    failures.add(check.name() + " " + check.args() + summary(differences));
                }
            }
        }

        // The one line that whoever runs foreign cases looks for.
        System.out.printf("%d of %d checks%n", held, checks);
        assertThat(failures).isEmpty();
        assertThat(checks).as("checks in %s", folder).isPositive();
    }

    private static List<String> differences(ReferenceCase referenceCase, Check check) {
        try {
            Object got = Methods.ALL.run(check, referenceCase);
            return Comparison.differences(check, got);
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return List.of(
                    e + (trace.length == 0 ? "" : " at " + trace[0] + (trace.length > 1 ? ", " + trace[1] : "")));
        }
    }

    private static String summary(List<String> differences) {
        String first = String.join("\n    ", differences.subList(0, Math.min(6, differences.size())));
        return "\n    " + first + (differences.size() > 6 ? "\n    and " + (differences.size() - 6) + " more" : "");
    }
}
