package io.earshot.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody before a page of somebody else's, who is asked something there and answers by clicks and keys. */
final class Reader {
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Some app</title>
            <h1>Some app</h1><script src="/sdk/earshot.js" data-key="%s" data-respondent="r-1" defer></script>""";

    final Page page;
    final List<String> errors = new ArrayList<>();

    Reader(Browser browser) {
        page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale("en-US")
                        .setViewportSize(1200, 800)
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
        page.onPageError(errors::add);
    }

    /** Has a screen of this size, in pixels, and likes it light or dark. */
    void sees(int width, int height, ColorScheme scheme) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Opens the page and does what makes the questionnaire appear. */
    Reader isAsked(Asked.Running running) {
        page.route(
                "**/some-app",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(PAGE.formatted(running.key()))));
        page.navigate(Asked.address("/some-app"));
        page.evaluate("earshot.track('checkout_completed', {value: 42})");
        assertThat(card().getByRole(AriaRole.DIALOG)).isVisible();
        return this;
    }

    Locator card() {
        return page.locator("earshot-card");
    }

    /** A question with several controls, or a row of one. */
    Locator question(String name) {
        return card().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    Locator radio(String question, String name) {
        return of(question, AriaRole.RADIO, name);
    }

    Locator box(String question, String name) {
        return of(question, AriaRole.CHECKBOX, name);
    }

    Locator button(String question, String name) {
        return of(question, AriaRole.BUTTON, name);
    }

    private Locator of(String question, AriaRole role, String name) {
        return question(question)
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return card().getByLabel(label);
    }

    Locator footer(String button) {
        return card().locator("footer")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    /** Presses a button below the page, after which another page is there. */
    void turns(String button) {
        footer(button).click();
    }

    void looks(String picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/webui/" + picture + ".png")));
    }

    /** What stands in the way of assistive technology, by the rules of WCAG 2.2 at level AA. */
    List<String> violations() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }
}
