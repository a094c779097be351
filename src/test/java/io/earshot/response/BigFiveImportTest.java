package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Answers of 2,800 people as they were collected elsewhere, gaps and all. */
@QuarkusTest
class BigFiveImportTest {
    @Inject
    Surveys surveys;

    @Test
    void everyRealPersonsAnswersAreTakenIn() throws IOException {
        var survey = surveys.of(resource("/survey-schemas/templates/big-five-25.json"));

        survey.importCsv(resource("/demo/bfi.csv"))
                .statusCode(200)
                .body("accepted", equalTo(2800))
                .body("rejected", equalTo(0));

        StoredAnswer first = survey.stored().get(0);
        assertThat(first.respondent()).isEqualTo("sapa-61617");
        assertThat(first.answers())
                .hasSize(27)
                .containsAllEntriesOf(Map.of("A1", 2, "O5", 3, "gender", 1, "age", 16))
                .doesNotContainKey("education");
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = BigFiveImportTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
