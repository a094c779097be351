package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/guides/device-clients.md, run as a reader would run them. */
@QuarkusTest
class DeviceClientExamplesTest {
    private static final Path EXAMPLES = Path.of("docs/examples/device-clients").toAbsolutePath();

    @Inject
    Surveys surveys;

    @TestHTTPResource
    URI service;

    @TempDir
    Path folder;

    @Test
    void curlAloneStoresAnAnswerWithItsDevice() throws Exception {
        var survey = surveys.checkout();

        run(survey, Map.of(), "bash", EXAMPLES.resolve("curl.sh").toString());

        survey.program()
                .get("/v1/responses?questionnaire=" + survey.questionnaire())
                .then()
                .body("items.size()", org.hamcrest.Matchers.equalTo(1))
                .body("items[0].answers.nps", org.hamcrest.Matchers.equalTo(9))
                .body("items[0].context.'device.model.name'", org.hamcrest.Matchers.equalTo("LX-80"))
                .body("items[0].context.'earshot.device.type'", org.hamcrest.Matchers.equalTo("printer"));
    }

    @Test
    void plainJavaClaimsADisplayAndStoresItsAnswer() throws Exception {
        var survey = surveys.checkout();
        String prompt = prompt(survey);

        run(
                survey,
                Map.of("PROMPT", prompt),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                EXAMPLES.resolve("Kiosk.java").toString());

        survey.program()
                .get("/v1/responses?questionnaire=" + survey.questionnaire())
                .then()
                .body("items.size()", org.hamcrest.Matchers.equalTo(1))
                .body("items[0].status", org.hamcrest.Matchers.equalTo("complete"))
                .body("items[0].context.'earshot.prompt.id'", org.hamcrest.Matchers.equalTo(prompt))
                .body("items[0].context.'earshot.prompt.trigger'", org.hamcrest.Matchers.equalTo("stood"));
    }

    @Test
    void aDeviceThatWakesOnceADaySendsAllThatItKeptAndForgetsIt() throws Exception {
        var survey = surveys.checkout();
        Map<String, String> outbox = Map.of("OUTBOX", folder.resolve("outbox").toString());
        String script = EXAMPLES.resolve("daily.sh").toString();
        for (String nps : List.of("9", "3", "10")) {
            run(survey, outbox, "bash", script, "keep", nps);
        }

        run(survey, outbox, "bash", script, "send");
        run(survey, outbox, "bash", script, "send");

        assertThat(survey.stored()).hasSize(3);
        try (var left = Files.list(folder.resolve("outbox"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl.sh", "Kiosk.java", "daily.sh"})
    void theGuideShowsTheExamplesAsTheyRun(String example) throws IOException {
        String guide = Files.readString(Path.of("docs/guides/device-clients.md"));

        assertThat(guide).contains(Files.readString(EXAMPLES.resolve(example)).strip());
    }

    @Test
    void thePlainJavaIsShort() throws IOException {
        assertThat(Files.readAllLines(EXAMPLES.resolve("Kiosk.java"))).hasSizeLessThanOrEqualTo(100);
    }

    private void run(Surveys.Survey survey, Map<String, String> environment, String... command) throws Exception {
        Path output = folder.resolve(UUID.randomUUID() + ".log");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("EARSHOT", service.toString().replaceAll("/$", ""));
        builder.environment().put("EARSHOT_PUBLISHABLE_KEY", survey.tenant().publishable());
        builder.environment().put("QUESTIONNAIRE", survey.questionnaire().toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private static String prompt(Surveys.Survey survey) {
        String prompt = survey.program()
                .contentType("application/json")
                .body(Map.of(
                        "name", "kiosk",
                        "app", survey.tenant().app(),
                        "questionnaire", survey.questionnaire(),
                        "format", "card",
                        "trigger", Map.of("event", "stood")))
                .post("/v1/prompts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        survey.program().post("/v1/prompts/" + prompt + "/start").then().statusCode(200);
        return prompt;
    }
}
