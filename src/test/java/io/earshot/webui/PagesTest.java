package io.earshot.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The start page and the demo's shop, as a newcomer finds them. */
@QuarkusTest
@TestProfile(WebUi.class)
@InChromium
class PagesTest {
    private static Chromium chromium;

    @Inject
    Asked asked;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void withoutTheDemoTheStartPageSaysHowToStartIt() {
        Page page = page(ColorScheme.LIGHT);
        page.navigate(Asked.address("/"));

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("quarkus-run.jar demo");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The API")))
                .hasAttribute("href", "openapi?format=json");
        assertThat(page.locator("a[href^=demo]")).hasCount(0);
    }

    @Test
    void withTheDemoTheStartPageLeadsToTheShop() {
        Page page = page(ColorScheme.LIGHT);
        demo(page, asked.of("every-type"));
        page.navigate(Asked.address("/"));

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The shop"))
                .click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Morning Flight")))
                .isVisible();
    }

    @Test
    void whoChecksOutIsAskedAndAnotherVisitorIsAskedAgain() {
        Asked.Running running = asked.of("every-type");
        Page page = page(ColorScheme.LIGHT);
        demo(page, running);
        page.navigate(Asked.address("/demo/"));

        checkOut(page);
        // The picture in the README is this one; see docs/images.
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/card.png")));
        page.locator("earshot-card")
                .getByText("9", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.locator("earshot-card").getByText("Next").click();
        JsonNode response = asked.response(running, it -> true);
        assertThat(response.path("answers").path("nps").asInt()).isEqualTo(9);
        assertThat(response.path("answers").path("value").asDouble()).isEqualTo(11.5);

        page.getByText("Be another visitor").click();
        assertThat(page.locator("earshot-card")).not().isAttached();
        checkOut(page);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nothingOnThePagesIsInTheWayOfAssistiveTechnology(ColorScheme scheme) {
        Page page = page(scheme);
        demo(page, asked.of("every-type"));

        page.navigate(Asked.address("/"));
        assertThat(violations(page)).isEmpty();

        page.navigate(Asked.address("/demo/"));
        checkOut(page);
        assertThat(violations(page)).isEmpty();
        page.locator("earshot-card")
                .getByText("9", new Locator.GetByTextOptions().setExact(true))
                .click();
        for (int turned = 0; turned < 3; turned++) {
            page.locator("earshot-card").getByText("Next").click();
            assertThat(violations(page)).isEmpty();
        }
    }

    private Page page(ColorScheme scheme) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1200, 750)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
    }

    private static void demo(Page page, Asked.Running running) {
        page.route(
                "**/demo/config.json",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"key\":\"" + running.key() + "\"}")));
    }

    private static void checkOut(Page page) {
        assertThat(page.getByText("Be another visitor")).isVisible();
        page.getByText("Add to cart").first().click();
        page.getByText("Check out", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("earshot-card").getByRole(AriaRole.DIALOG)).isVisible();
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(PagesTest::inWords)
                        .toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getNodes();
    }
}
