package io.earshot.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of somebody else's that has nothing of Earshot but the script tag, under a strict content security policy. */
@QuarkusTest
@TestProfile(WebUi.class)
@InChromium
class AskingTest {
    private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><title>Some app</title><h1>Some app</h1><button>Its own</button>
            <script src="/sdk/earshot.js" data-key="%s" data-respondent="r-1" defer></script>""";

    private static Chromium chromium;

    @Inject
    Asked asked;

    BrowserContext context;
    Page page;
    final List<String> complaints = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

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
        reader("en-US");
    }

    @AfterEach
    void nothingWasThrownIntoThePage() {
        context.close();
        assertThat(complaints).as("errors on the page, which said: %s", notes).isEmpty();
    }

    @Test
    void whatIsStoredSaysWhoWhereInWhichLanguageAndHowLong() {
        Asked.Running running = open("numbers");
        checkOut();

        card().getByLabel("Cups a day?").fill("2");
        next("Send");

        JsonNode response =
                asked.response(running, it -> it.path("status").asText().equals("complete"));
        assertThat(response.path("respondent").asText()).isEqualTo("r-1");
        assertThat(response.path("language").asText()).isEqualTo("en");
        assertThat(response.path("timings").path("cups").asInt()).isPositive();
        assertThat(response.path("context").path("earshot.viewport.width").asInt())
                .isEqualTo(1200);
        assertThat(response.path("context").path("url.full").asText()).isEqualTo(Asked.address("/some-app"));
        assertThat(response.path("context").path("user_agent.name").asText()).contains("Chrom");
    }

    @Test
    void whoFillsInWhatNobodySeesIsToldApart() {
        Asked.Running running = open("numbers");
        checkOut();
        var trap = card().locator("input[name=more]");
        assertThat(trap).hasAttribute("aria-hidden", "true");
        assertThat(trap).hasAttribute("tabindex", "-1");
        assertThat(card().getByRole(com.microsoft.playwright.options.AriaRole.TEXTBOX))
                .hasCount(0);

        card().getByLabel("Cups a day?").fill("2");
        trap.evaluate("field => { field.value = 'https://spam.example' }");
        next("Send");

        JsonNode response =
                asked.response(running, it -> it.path("status").asText().equals("complete"));
        assertThat(response.path("context").path("earshot.form.trapped").asBoolean())
                .isTrue();
    }

    @Test
    void anAppTellsWhetherItsRespondentAgrees() {
        open("numbers");

        var answer = page.waitForResponse(
                "**/v1/client/consent", () -> page.evaluate("() => earshot.consent(false, '2026-01')"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("withdrawn", "2026-01");
    }

    @Test
    void answersThatAreMissingOrOutOfRangeAreSaidAtTheirQuestion() {
        open("numbers");
        checkOut();

        next("Send");
        assertThat(card().getByLabel("Cups a day?")).hasAccessibleDescription("Please answer this question.");
        assertThat(card().getByLabel("Cups a day?")).isFocused();
        card().getByLabel("Cups a day?").fill("21");
        next("Send");
        assertThat(card().getByLabel("Cups a day?")).hasAccessibleDescription("Enter 20 or less.");
        card().getByLabel("Cups a day?").fill("2");
        next("Send");

        assertThat(card()).containsText("Thank you!");
    }

    @Test
    void aPageThatIsTurnedIsStoredThoughTheRespondentLeaves() {
        Asked.Running running = open("every-type");
        checkOut();

        radio("How likely", "10, Extremely likely").check();
        next("Next");
        page.keyboard().press("Escape");

        assertThat(card()).not().isAttached();
        JsonNode response = asked.response(running, it -> true);
        assertThat(response.path("status").asText()).isEqualTo("partial");
        assertThat(response.path("answers").path("nps").asInt()).isEqualTo(10);
    }

    @Test
    void whoHasSeenItIsNotAskedAgain() {
        Asked.Running running = open("numbers");
        checkOut();
        card().getByRole(AriaRole.BUTTON, named("Close")).click();
        assertThat(card()).not().isAttached();

        page.reload();
        checkOut(false);

        page.waitForTimeout(1000);
        assertThat(card()).not().isAttached();
        JsonNode explanation = asked.explanation(running, "r-1", it -> true);
        assertThat(explanation.path("decision").asText()).isEqualTo("PROMPT_CAP");
    }

    @Test
    void anEventThatDoesNotFitShowsNothing() {
        open("numbers");

        page.evaluate("earshot.track('checkout_completed', {value: 0}); earshot.track('left', {value: 42})");

        page.waitForTimeout(1000);
        assertThat(card()).not().isAttached();
    }

    @Test
    void answersGivenWhileTheServiceIsAwayArriveAfterTheNextPageLoad() {
        Asked.Running running = open("numbers");
        context.route("**/v1/client/responses/*", Route::abort);
        checkOut();
        card().getByLabel("Cups a day?").fill("2");
        next("Send");
        assertThat(card()).containsText("Thank you!");

        context.unroute("**/v1/client/responses/*");
        page.reload();

        JsonNode response = asked.response(running, it -> true);
        assertThat(response.path("status").asText()).isEqualTo("complete");
        assertThat(response.path("answers").path("cups").asInt()).isEqualTo(2);
    }

    @Test
    void whereNobodyCanBeAskedNothingIsShownAndNothingIsThrown() {
        context.route("**/v1/client/**", Route::abort);
        open("numbers");

        checkOut(false);

        page.waitForTimeout(1000);
        assertThat(card()).not().isAttached();
    }

    @Test
    void aReaderOfCanadianFrenchIsAskedInFrench() {
        context.close();
        reader("fr-CA");
        Asked.Running running = open("every-type");
        checkOut();

        assertThat(card()).containsText("Nous recommanderiez-vous à un ami ?");
        radio("Nous recommanderiez-vous", "10, Tout à fait probable").check();
        next("Suivant");

        JsonNode response = asked.response(running, it -> true);
        assertThat(response.path("language").asText()).isEqualTo("fr");
    }

    @Test
    void theCardTakesNoFocusAndGivesItBack() {
        open("numbers");
        Locator own = page.getByText("Its own");
        own.focus();
        checkOut();

        assertThat(own).isFocused();
        page.keyboard().press("Tab");
        assertThat(card().getByRole(AriaRole.BUTTON, named("Close"))).isFocused();
        page.keyboard().press("Escape");

        assertThat(card()).not().isAttached();
        assertThat(own).isFocused();
    }

    @Test
    void thePageIsToldWhatHappens() {
        open("numbers");
        page.evaluate(
                """
                window.told = []
                for (const what of ['shown', 'completed', 'dismissed']) earshot.on(what, ({prompt}) => told.push(what + typeof prompt))
                earshot.on('shown', () => { throw new Error('of the app itself') })""");
        checkOut();
        card().getByLabel("Cups a day?").fill("2");
        next("Send");
        next("Close");

        assertThat(page.evaluate("told")).isEqualTo(List.of("shownstring", "completedstring"));
    }

    @Test
    void closingLeavesThePageAsItWas() {
        open("numbers");
        Object before = page.evaluate("document.documentElement.outerHTML");
        checkOut();

        page.evaluate("earshot.close()");

        assertThat(page.evaluate("document.documentElement.outerHTML")).isEqualTo(before);
    }

    private void reader(String locale) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1200, 800));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> notes.add(message.text()));
    }

    private Asked.Running open(String questionnaire) {
        Asked.Running running = asked.of(questionnaire);
        String address = Asked.address("/some-app");
        context.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(Map.of("Content-Security-Policy", POLICY))
                        .setBody(PAGE.formatted(running.key()))));
        page.navigate(address);
        return running;
    }

    private void checkOut() {
        checkOut(true);
    }

    private void checkOut(boolean asksSomething) {
        page.evaluate("earshot.track('checkout_completed', {value: 42})");
        if (asksSomething) {
            assertThat(card().getByRole(AriaRole.DIALOG)).isVisible();
        }
    }

    private Locator card() {
        return page.locator("earshot-card");
    }

    private Locator radio(String question, String name) {
        return card().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(question))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private void next(String button) {
        card().locator("footer").getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
