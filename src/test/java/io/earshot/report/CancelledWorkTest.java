package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.dataset.Watch;
import io.earshot.finding.Results;
import io.earshot.workbook.DataFiles;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run whose report was cancelled is not only let go of between its steps, but within each. */
class CancelledWorkTest {
    private static final Sample SAMPLE = ModulesAgainstRTest.sample("checkout-feedback");

    private final AtomicInteger looks = new AtomicInteger();

    static Stream<Section> sections() {
        // What became of prompts is counted by the database, which is told to stop; that somebody wrote is known.
        return Definitions.readyMade("everything").orElseThrow().sections().stream()
                .filter(section -> !(section instanceof ResponseRatesSection || section instanceof OpenAnswersSection))
                .filter(section -> !section.find(SAMPLE.answers("en")).stream()
                        .allMatch(io.earshot.finding.LeftOut.class::isInstance));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everySectionCanBeEndedWithin(Section section) {
        // The first look is that of the beginning.
        assertThatThrownBy(() -> Watch.over(this::endsAtTheSecond, () -> section.find(SAMPLE.answers("en"))))
                .isInstanceOf(RunEnded.class);
    }

    @Test
    void drawingAndPackingAWorkbookCanBeEndedWithin() throws Exception {
        Results results = SAMPLE.results("everything", "en");
        Watch.over(looks::incrementAndGet, () -> {
            new ReportWorkbook().write(results, SAMPLE.extract(), OutputStream.nullOutputStream(), rows -> {});
            return looks;
        });
        int all = looks.get();

        // Hundreds of rows are drawn, and hundreds of kilobytes are packed.
        assertThat(all).isGreaterThan(500);
        for (int tenth = 1; tenth <= 10; tenth++) {
            int at = all * tenth / 10;
            looks.set(0);
            assertThatThrownBy(() -> Watch.over(() -> endsAt(at), () -> {
                        new ReportWorkbook()
                                .write(results, SAMPLE.extract(), OutputStream.nullOutputStream(), rows -> {});
                        return looks;
                    }))
                    .isInstanceOf(RunEnded.class);
        }
    }

    @Test
    void theSummaryCanBeEndedWithin() {
        Results results = SAMPLE.results("everything", "en");

        assertThatThrownBy(() -> Watch.over(this::endsAtTheSecond, () -> SummaryPage.of(results)))
                .isInstanceOf(RunEnded.class);
    }

    @Test
    void filesOfTheDataCanBeEndedWithin() {
        DataFiles files = new DataFiles(SAMPLE.extract(), "en", "en", ZoneId.of("UTC"), List.of());

        assertThatThrownBy(() -> Watch.over(this::endsAtTheSecond, () -> {
                    files.csv(true, false, true, OutputStream.nullOutputStream());
                    return looks;
                }))
                .isInstanceOf(RunEnded.class);
        looks.set(0);
        assertThatThrownBy(() -> Watch.over(this::endsAtTheSecond, () -> {
                    files.sav("Checkout", Instant.EPOCH, false, OutputStream.nullOutputStream());
                    return looks;
                }))
                .isInstanceOf(RunEnded.class);
    }

    private void endsAtTheSecond() {
        endsAt(2);
    }

    private void endsAt(int last) {
        if (looks.incrementAndGet() >= last) {
            throw new RunEnded("cancelled");
        }
    }
}
