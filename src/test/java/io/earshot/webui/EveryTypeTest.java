package io.earshot.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of question, answered by somebody with a mouse and a keyboard, and read back from the data. */
@QuarkusTest
@TestProfile(WebUi.class)
@InChromium
class EveryTypeTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final FilePayload PICTURE = new FilePayload("bag.png", "image/png", PNG);

    private static Chromium chromium;

    @Inject
    Asked asked;

    @Inject
    ObjectMapper json;

    Reader reader;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void aReader() {
        reader = new Reader(chromium.browser());
    }

    @AfterEach
    void nothingWasThrownIntoThePage() {
        reader.page.context().close();
        assertThat(reader.errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1200, 800, LIGHT", "320, 640, DARK"})
    void everyTypeIsAnsweredAndReadBackWithItsCodes(int width, int height, ColorScheme scheme) throws Exception {
        Asked.Running running = asked.of("every-type");
        reader.sees(width, height, scheme);
        followsLinks();
        reader.isAsked(running);

        answerCommonTypes(width);
        answerRareTypes(width);

        assertThat(reader.card()).containsText("Thank you for your 8!");
        JsonNode response =
                asked.response(running, it -> it.path("status").asText().equals("complete"));
        assertThat(response.path("answers"))
                .isEqualTo(json.readTree(
                        """
                        {"value":42,"nps":8,"reasons":["speed","other"],"reasons_other":"Opening hours","stars":4,"smile":5,\
                        "num":7,"how":"friend","often":2,"land":"fr","A1":5,"A2":2,"B1":3,"cups":3,"why":"No.\\nReally.",\
                        "found":"no","content":4,"easy":7,"bag":"green","W1":"work","W2":"home","T1":["am","pm"],\
                        "order":["speed","taste","cost"],"top":[3,1],"P1":5,"P2":3,"P3":2,"md_1_best":"a","md_1_worst":"c",\
                        "md_2_best":"d","md_2_worst":"b","full":60,"day":"2026-03-01","hour":"14:05","code":"AB-12",\
                        "site":"https://example.com","photo":["%s"],"agrees":"agreed","me_email":"ada@example.com",\
                        "more":"clicked"}"""
                                .formatted(response.path("answers")
                                        .path("photo")
                                        .path(0)
                                        .asText())));
        assertThat(response.path("presented").path("md_1")).hasSize(3);
        assertThat(response.path("presented").path("order")).hasSize(3);
    }

    @Test
    void theCodebookKnowsEachAnswersMeasure() {
        Asked.Running running = asked.of("every-type");

        assertThat(measures(running))
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("found", "nominal"),
                        Map.entry("content", "ordinal"),
                        Map.entry("easy", "ordinal"),
                        Map.entry("bag", "nominal"),
                        Map.entry("W1", "nominal"),
                        Map.entry("T1", "nominal"),
                        Map.entry("order", "ordinal"),
                        Map.entry("P1", "scale"),
                        Map.entry("md_1_best", "nominal"),
                        Map.entry("md_2_worst", "nominal"),
                        Map.entry("full", "scale"),
                        Map.entry("day", "date"),
                        Map.entry("hour", "scale"),
                        Map.entry("code", "text"),
                        Map.entry("photo", "text"),
                        Map.entry("agrees", "nominal"),
                        Map.entry("me_email", "text"),
                        Map.entry("more", "nominal")));
    }

    private void answerCommonTypes(int width) {
        reader.radio("How likely", "8").check();
        turn(width, "common-1");
        reader.card().getByText("Speed of delivery").click();
        reader.card().getByText("Something else").click();
        reader.card().getByRole(AriaRole.TEXTBOX).fill("Opening hours");
        turn(width, "common-2");
        reader.radio("How was paying?", "4").check();
        reader.radio("And how do you feel?", "5").check();
        reader.radio("Effort", "7, High").check();
        turn(width, "common-3");
        reader.radio("How did you find us?", "A friend").check();
        reader.radio("How often", "Monthly").check();
        reader.field("Where do you live?").selectOption("France");
        turn(width, "common-4");
        reader.radio("The shop is easy to use.", "Strongly agree").check();
        reader.radio("I found what I wanted.", "Disagree").check();
        reader.radio("Am the life of the party.", "Slightly inaccurate").check();
        turn(width, "common-5");
        reader.field("Cups a day?").fill("3");
        reader.field("Anything else, you?").fill("No.\nReally.");
        turn(width, "common-6");
    }

    private void answerRareTypes(int width) {
        reader.radio("Did you find it?", "No").check();
        reader.radio("How content", "4").check();
        reader.radio("It was easy", "7, Strongly agree").check();
        reader.radio("Which bag", "The green one").check();
        turn(width, "rare-1");

        reader.radio("Espresso", "At work").check();
        reader.radio("Filter", "At home").check();
        reader.box("On weekdays", "Never").check();
        reader.box("On weekdays", "Evenings").check();
        reader.box("On weekdays", "Mornings").check();
        turn(width, "rare-2");

        rank();
        turn(width, "rare-3");

        reader.field("Price").fill("5");
        reader.field("Quality").fill("3");
        assertThat(reader.card().getByText("Total 8 of 10 points")).isVisible();
        reader.field("Service").fill("2");
        reader.radio("1 of 2", "Most: Aroma").check();
        reader.radio("1 of 2", "Least: Colour").check();
        reader.radio("2 of 2", "Most: Body").check();
        // Whoever takes the best for the worst has changed their mind about the best.
        reader.radio("2 of 2", "Least: Body").check();
        assertThat(reader.radio("2 of 2", "Most: Body")).not().isChecked();
        reader.radio("2 of 2", "Most: Delivery").check();
        turn(width, "rare-4");

        slideByKeys();
        reader.field("When did you last buy?").fill("2026-03-01");
        reader.field("At what time?").fill("14:05");
        reader.field("The code on the bag?").fill("AB-12");
        reader.field("Your own shop?").fill("https://example.com");
        turn(width, "rare-5");

        reader.card().locator("input[type=file]").setInputFiles(PICTURE);
        assertThat(reader.card().getByText("bag.png was sent.")).isVisible();
        reader.box("May we keep", "I agree").check();
        reader.field("Email").fill("ada@example.com");
        Page opened = reader.page.waitForPopup(
                () -> reader.card().getByText("See our beans").click());
        opened.close();
        assertThat(reader.violations()).isEmpty();
        reader.looks("rare-6-" + width);
        reader.turns("Send");
    }

    /** The first ranking by mouse and arrow keys, the second by mouse alone; both end otherwise than they began. */
    private void rank() {
        reader.button("What matters", "Add: Taste").click();
        reader.button("What matters", "Add: Speed").click();
        reader.button("What matters", "Move up: Speed").focus();
        reader.page.keyboard().press("ArrowUp");
        Locator first = reader.question("What matters").locator("ol li").first();
        assertThat(first).containsText("Speed");

        reader.button("Your two", "Add: Robusta").click();
        reader.button("Your two", "Add: Liberica").click();
        assertThat(reader.button("Your two", "Add: Arabica")).isDisabled();
        reader.button("Your two", "Take out: Robusta").click();
        reader.button("Your two", "Add: Arabica").click();
    }

    private void slideByKeys() {
        Locator slider = reader.field("How full");
        assertThat(slider).hasAttribute("aria-valuetext", "no answer yet");
        slider.focus();
        reader.page.keyboard().press("ArrowRight");
        reader.page.keyboard().press("ArrowRight");
        assertThat(slider).hasAttribute("aria-valuetext", "60 %");
    }

    private void turn(int width, String picture) {
        assertThat(reader.violations()).isEmpty();
        reader.looks(picture + "-" + width);
        reader.turns("Next");
    }

    /** Stands for the web behind the link. */
    private void followsLinks() {
        reader.page.context().route("https://example.com/**", route -> route.fulfill(new Route.FulfillOptions()));
    }

    private static Map<String, String> measures(Asked.Running running) {
        Map<String, String> measures = new TreeMap<>();
        given().auth()
                .oauth2(running.tenant().secret())
                .get("/v1/questionnaires/" + running.questionnaire() + "/codebook")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("variables")
                .forEach(variable ->
                        measures.put(String.valueOf(variable.get("name")), String.valueOf(variable.get("measure"))));
        return measures;
    }
}
