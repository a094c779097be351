package io.earshot.webui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The SDK's engine in a browser, against the cases that the service's engine passes as well. (The service's profile is here
 * because it installs what bundles the engine.)
 */
@QuarkusTest
@TestProfile(WebUi.class)
@InChromium
class FlowConformanceInChromiumTest {
    private static final Path CASES = Path.of("survey-schemas/conformance");
    private static final Path WEB_UI = Path.of("src/main/webui");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void open() throws Exception {
        chromium = new Chromium();
        page = chromium.browser().newPage();
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(runner()));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void everyCaseOfTheFlowComesOutAsItSays() throws IOException {
        List<JsonNode> verdicts = run("flow", "runFlow");

        assertThat(verdicts).hasSizeGreaterThanOrEqualTo(150);
        assertThat(failed(verdicts)).isEmpty();
    }

    @Test
    void everyCaseOfJsonLogicComesOutAsItSays() throws IOException {
        List<JsonNode> verdicts = run("jsonlogic", "runLogic");

        assertThat(verdicts).hasSizeGreaterThanOrEqualTo(400);
        assertThat(failed(verdicts)).isEmpty();
    }

    private static List<JsonNode> run(String folder, String function) throws IOException {
        List<JsonNode> verdicts = new ArrayList<>();
        for (Path file : files(folder)) {
            Object found = page.evaluate(
                    "text => JSON.stringify(conformance." + function + "(JSON.parse(text)))", Files.readString(file));
            JSON.readTree((String) found).forEach(verdicts::add);
        }
        return verdicts;
    }

    private static List<String> failed(List<JsonNode> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.path("differences").isEmpty())
                .map(verdict -> verdict.path("name").asText() + ": " + verdict.path("differences"))
                .toList();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String runner() throws IOException, InterruptedException {
        Process bundling = new ProcessBuilder("node", "conformance/bundle.mjs")
                .directory(WEB_UI.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String script = new String(bundling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bundling.waitFor()).as("exit code of conformance/bundle.mjs").isZero();
        return script;
    }
}
