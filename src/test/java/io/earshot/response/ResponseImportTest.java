package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResponseImportTest {
    @Inject
    Surveys surveys;

    @Test
    void aFilesRowsBecomeCompleteResponses() {
        var survey = surveys.checkout();
        String csv =
                """
                respondent,submitted_at,started_at,language,os.name,nps,reasons,reasons_other,plan,age,why
                ada,2024-05-01T10:00:00+02:00,2024-05-01 07:59:30,fr-CA,Android,9,price;other,"Ah, the colour",2,36.5,
                bob,2024-05-02,,,,0,,,,,"Line one
                line two"
                """;

        survey.importCsv(csv)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(0))
                .body("errors", hasSize(0));

        List<StoredAnswer> stored = survey.stored();
        assertThat(stored).extracting(StoredAnswer::respondent).containsExactly("ada", "bob");
        assertThat(stored).extracting(StoredAnswer::status).containsOnly("complete");
        assertThat(stored.get(0).answers())
                .isEqualTo(Map.of(
                        "nps",
                        9,
                        "reasons",
                        List.of("price", "other"),
                        "reasons_other",
                        "Ah, the colour",
                        "plan",
                        2,
                        "age",
                        36.5));
        assertThat(stored.get(0).submittedAt()).isEqualTo("2024-05-01T08:00:00Z");
        assertThat(stored.get(0).startedAt()).isEqualTo("2024-05-01T07:59:30Z");
        assertThat(stored.get(0).language()).isEqualTo("fr-CA");
        assertThat(stored.get(0).context()).isEqualTo(Map.of("os.name", "Android"));
        assertThat(stored.get(1).answers()).isEqualTo(Map.of("nps", 0, "why", "Line one\nline two"));
        assertThat(stored.get(1).submittedAt()).isEqualTo("2024-05-02T00:00:00Z");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var survey = surveys.checkout();
        String csv = "nps,why\n9,good\n9,good\n1,bad\n";

        survey.importCsv(csv).body("accepted", equalTo(3)).body("repeated", equalTo(0));
        survey.importCsv(csv).body("accepted", equalTo(3)).body("repeated", equalTo(3));

        List<StoredAnswer> stored = survey.stored();
        assertThat(stored).hasSize(3);
        assertThat(stored).extracting(StoredAnswer::respondent).doesNotHaveDuplicates();
    }

    @Test
    void anOptionMayHaveAColumnOfItsOwn() {
        var survey = surveys.checkout();

        survey.importCsv("nps,reasons.price,reasons.speed\n9,1,0\n8,0,0\n7,,\n6,1.0,1.0\n")
                .body("accepted", equalTo(4));

        assertThat(survey.stored())
                .extracting(StoredAnswer::answers)
                .isEqualTo(List.of(
                        Map.of("nps", 9, "reasons", List.of("price")),
                        Map.of("nps", 8, "reasons", List.of()),
                        Map.of("nps", 7),
                        Map.of("nps", 6, "reasons", List.of("price", "speed"))));
    }

    @Test
    void wholeNumbersMayBeWrittenWithAFraction() {
        var survey = surveys.checkout();

        survey.importCsv("nps,plan\n9.0,2.0\n").body("accepted", equalTo(1));

        assertThat(survey.stored().get(0).answers()).isEqualTo(Map.of("nps", 9, "plan", 2));
    }

    @Test
    void aBadRowIsToldWithItsLineAndSpoilsNoOther() {
        var survey = surveys.checkout();
        String csv =
                """
                id,nps,age,why
                ,9,36,"two
                lines"
                ,11,old,
                nonsense,9,,
                ,9
                ,3,20,fine
                """;

        survey.importCsv(csv)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(3))
                .body("errorCount", equalTo(4))
                .body("errors.row", contains(4, 4, 5, 6))
                .body("errors.pointer", contains("/nps", "/age", "/id", ""))
                .body("errors.code", contains("out-of-range", "wrong-type", "wrong-type", "wrong-width"));

        survey.program()
                .get("/v1/quarantine?questionnaire=" + survey.questionnaire())
                .then()
                .body("items", hasSize(3))
                .body("items.kind", contains("import", "import", "import"))
                .body("items.body", hasItem(Surveys.json("{'nps':'11','age':'old'}")));
    }

    @Test
    void ofManyErrorsTheFirstThousandAreToldAndAllAreCounted() {
        var survey = surveys.checkout();
        String csv = IntStream.range(0, 1200)
                .mapToObj(row -> "11," + row)
                .collect(Collectors.joining("\n", "nps,why\n", ""));

        survey.importCsv(csv)
                .body("rejected", equalTo(1200))
                .body("errorCount", equalTo(1200))
                .body("errors", hasSize(1000))
                .body("errors[999].row", equalTo(1001));
    }

    @Test
    void anUnknownColumnIsNamedWithWhatToDo() {
        var survey = surveys.checkout();

        survey.importCsv("nps,mood,user.email,nps\n9,good,ada@example.org,8\n")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/mood", "/user.email", "/nps"))
                .body("errors.code", contains("unknown-column", "not-captured", "column-twice"))
                .body("errors[0].detail", containsString("rename or remove"));

        assertThat(survey.stored()).isEmpty();
    }

    @Test
    void anIdThatAnswersAnotherQuestionnaireIsRejected() {
        var survey = surveys.checkout();
        var other = surveys.besides(survey);
        String csv = "id,respondent,nps\n" + Surveys.newId() + ",ada,9\n";

        survey.importCsv(csv).body("accepted", equalTo(1));
        other.importCsv(csv)
                .body("accepted", equalTo(0))
                .body("rejected", equalTo(1))
                .body("errors[0].code", equalTo("other-questionnaire"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        var survey = surveys.checkout();

        survey.importCsv("\uFEFF\"nps\",why\n9,x\n").body("accepted", equalTo(1));
    }

    @Test
    void aFileThatEndsAmidAQuoteIsRefusedWhole() {
        var survey = surveys.checkout();

        survey.importCsv("nps,why\n9,fine\n8,\"never ends\n")
                .statusCode(400)
                .body("detail", startsWith("The body is not CSV, nothing was imported"));

        assertThat(survey.stored()).isEmpty();
    }

    @Test
    void whatIsNotUtf8IsRefusedWhole() {
        var survey = surveys.checkout();

        survey.program()
                .contentType("text/csv")
                .body(new byte[] {'n', 'p', 's', ',', 'w', 'h', 'y', '\n', '9', ',', (byte) 0xE9, '\n'})
                .post("/v1/questionnaires/" + survey.questionnaire() + "/responses/import")
                .then()
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void anEmptyFileIsRefused() {
        surveys.checkout().importCsv("").statusCode(400);
    }

    @Test
    void aFileOfAnEarlierVersionIsHeldAgainstThatVersion() {
        var first = surveys.checkout();
        surveys.again(first);

        first.program()
                .contentType("text/csv")
                .body("nps\n9\n")
                .post("/v1/questionnaires/" + first.questionnaire() + "/responses/import?version=1")
                .then()
                .statusCode(200);

        assertThat(first.stored()).extracting(StoredAnswer::version).containsExactly(1);
    }
}
