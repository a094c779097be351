package io.earshot.questionnaire.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.earshot.questionnaire.exchange.limesurvey.LimeSurveyImporter;
import io.earshot.questionnaire.exchange.xlsform.XlsFormImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Demonstration surveys of LimeSurvey (GPL) and examples of pyxform (BSD). Their licences keep the former out of this project,
 * so the tests run where a folder shared/data/imports lies beside the project or above it, and say so where it doesn't.
 */
class SharedImportsTest {
    @ParameterizedTest
    @CsvSource({
        // counted in the files by hand: questions, of which left out
        "choice_filter_test.xlsx, 3, 0",
        "group.xlsx, 3, 0",
        "specify_other.xlsx, 1, 0",
        "xlsform_spec_test.xlsx, 27, 8",
        "ls205_cascading_array_filter.lss, 9, 0",
        "ls205_group_relevance.lss, 21, 0",
        "ls205_sample_survey_english.lss, 101, 1"
    })
    void everyQuestionOfTheSharedFilesIsCarriedOrListed(String file, int questions, int leftOut) throws IOException {
        Path path = folder().resolve(file);
        assumeTrue(Files.exists(path), "not here: shared/data/imports/" + file);

        Imported read = read(path);

        assertThat(read.counts().values()).allMatch(Tally::isReconciled);
        assertThat(read.counts()).containsEntry("questions", new Tally(questions, questions - leftOut, leftOut));
        assertThat(read.notCarried()).allSatisfy(entry -> {
            assertThat(entry.where()).isNotBlank();
            assertThat(entry.why()).endsWith(".");
            assertThat(entry.remedy()).isNotBlank();
        });
    }

    private static Imported read(Path path) throws IOException {
        Importer importer = path.toString().endsWith(".lss") ? new LimeSurveyImporter() : new XlsFormImporter();
        return importer.read(Files.readAllBytes(path));
    }

    private static Path folder() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = up.resolve("shared/data/imports");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return Path.of("shared/data/imports");
    }
}
