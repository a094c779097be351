package io.earshot.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files and pictures of the screen that answer a question. */
@QuarkusTest
@TestProfile(WebUi.class)
@InChromium
class FilesTest {
    private static final String ID = "018f9a52-6c1e-7aaa-8bbb-0123456789ab";

    private static Chromium chromium;

    @Inject
    Asked asked;

    Asked.Running running;
    Reader reader;
    final List<String> sent = new ArrayList<>();
    int status;
    boolean isReal;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void isAsked() {
        sent.clear();
        status = 201;
        isReal = false;
        running = asked.of("photo");
        reader = new Reader(chromium.browser());
        reader.page.route("**/v1/client/files?*", this::store);
        // A screen to take a picture of; the browser of a test has none that anybody could allow.
        reader.page.addInitScript(
                """
                navigator.mediaDevices.getDisplayMedia = async () => {
                  const canvas = document.createElement('canvas')
                  setInterval(() => canvas.getContext('2d').fillRect(0, 0, 9, 9), 20)
                  return canvas.captureStream(30)
                }""");
        reader.isAsked(running);
    }

    @AfterEach
    void nothingWasThrownIntoThePage() {
        reader.page.context().close();
        assertThat(reader.errors).isEmpty();
    }

    @Test
    void aPictureOfTheScreenIsSentAndItsIdIsTheAnswer() {
        isReal = true;
        reader.button("What does it", "Take a picture of the screen").click();
        assertThat(reader.card().getByText("screen.png was sent.")).isVisible();
        reader.turns("Send");

        JsonNode response =
                asked.response(running, it -> it.path("status").asText().equals("complete"));
        // The service takes no id that it has not given.
        assertThat(UUID.fromString(response.path("answers").path("photo").get(0).asText())
                        .version())
                .isEqualTo(7);
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0)).startsWith("image/png").contains("question=photo");
    }

    @Test
    void whatIsNotAskedForIsRefusedBeforeItIsSent() {
        choose("notes.txt", "text/plain", 10);
        assertThat(state()).hasText("notes.txt is not a kind of file that is asked for.");
        choose("large.png", "image/png", 100_001);
        assertThat(state()).hasText("large.png is too large: at most 0.1 MB.");
        reader.turns("Send");

        assertThat(reader.question("What does it")).hasAccessibleDescription("Please answer this question.");
        assertThat(sent).isEmpty();
    }

    @Test
    void aFileThatCouldNotBeSentCanBeSentAgain() {
        status = 503;
        choose("bag.png", "image/png", 10);
        assertThat(state()).hasText("bag.png could not be sent. Please try again.");

        status = 201;
        choose("bag.png", "image/png", 10);

        assertThat(state()).hasText("bag.png was sent.");
        reader.button("What does it", "Remove bag.png").click();
        reader.turns("Send");
        assertThat(reader.question("What does it")).hasAccessibleDescription("Please answer this question.");
    }

    private void store(Route route) {
        sent.add(route.request().headerValue("content-type") + " "
                + route.request().url());
        if (isReal) {
            route.resume();
            return;
        }
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody("{\"id\":\"" + ID + "\"}"));
    }

    private void choose(String name, String type, int bytes) {
        byte[] content = "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
        reader.card().locator("input[type=file]").setInputFiles(new FilePayload(name, type, content));
    }

    private Locator state() {
        return reader.card().locator(".state");
    }
}
