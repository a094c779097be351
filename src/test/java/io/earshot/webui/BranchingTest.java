package io.earshot.webui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A questionnaire whose way depends on its answers, as a respondent meets it. */
@QuarkusTest
@TestProfile(WebUi.class)
@InChromium
class BranchingTest {
    private static Chromium chromium;

    @Inject
    Asked asked;

    Asked.Running running;
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
    void isAsked() {
        running = asked.of("branching");
        reader = new Reader(chromium.browser()).isAsked(running);
    }

    @AfterEach
    void nothingWasThrownIntoThePage() {
        reader.page.context().close();
        assertThat(reader.errors).isEmpty();
    }

    @Test
    void whatIsRequiredDependsOnAnAnswerOfTheSamePage() {
        Locator mail = reader.field("Your email address?");
        assertThat(reader.card().getByText("(required)")).hasCount(1);

        reader.turns("Next");
        assertThat(reader.question("Are you a member?")).hasAccessibleDescription("Please answer this question.");
        assertThat(reader.radio("Are you a member?", "Yes")).isFocused();

        reader.radio("Are you a member?", "Yes").check();
        assertThat(reader.card().getByText("(required)")).hasCount(2);
        reader.turns("Next");
        assertThat(mail).hasAccessibleDescription("Please answer this question.");

        mail.fill("ada@example");
        reader.turns("Next");
        assertThat(mail).hasAccessibleDescription("Enter an email address, such as name@example.com.");
        assertThat(mail).hasAttribute("aria-invalid", "true");
        assertThat(mail).isFocused();

        mail.fill("ada@example.com");
        reader.turns("Next");
        assertThat(reader.question("Which plan")).isVisible();
    }

    @Test
    void backFollowsTheWayThatWasTakenAndWhatWasLeftIsNotSent() {
        reader.radio("Are you a member?", "Yes").check();
        reader.field("Your email address?").fill("ada@example.com");
        reader.turns("Next");
        reader.radio("Which plan", "Gold").check();
        reader.turns("Back");
        assertThat(reader.radio("Are you a member?", "Yes")).isChecked();
        reader.radio("Are you a member?", "No").check();

        reader.turns("Next");
        assertThat(reader.question("How easy")).isVisible();
        reader.turns("Back");
        assertThat(reader.radio("Are you a member?", "No")).isChecked();
        reader.turns("Next");
        reader.radio("How easy", "4").check();
        reader.radio("How quick", "5, Very satisfied").check();
        reader.turns("Send");

        assertThat(reader.card()).containsText("That makes 9.");
        JsonNode response =
                asked.response(running, it -> it.path("status").asText().equals("complete"));
        assertThat(response.path("answers").path("member").asText()).isEqualTo("no");
        assertThat(response.path("answers").path("mail").asText()).isEqualTo("ada@example.com");
        assertThat(response.path("answers").has("plan")).isFalse();
    }

    @Test
    void optionsStandInTheOrderThatIsStoredAndAnAnswerIsEchoedByItsLabel() {
        reader.radio("Are you a member?", "Yes").check();
        reader.field("Your email address?").fill("ada@example.com");
        reader.turns("Next");
        assertThat(reader.card()).containsText("So you are on no plan.");

        reader.radio("Which plan", "Gold").check();

        assertThat(reader.card()).containsText("So you are on Gold.");
        List<String> shown = reader.question("Which plan").getByRole(AriaRole.RADIO).all().stream()
                .map(Locator::inputValue)
                .toList();
        reader.turns("Next");
        List<String> stored = new ArrayList<>();
        asked.response(running, it -> true).path("presented").path("plan").forEach(code -> stored.add(code.asText()));
        assertThat(shown)
                .isEqualTo(stored)
                .endsWith("other")
                .containsExactlyInAnyOrder("basic", "plus", "gold", "team", "free", "other");
    }
}
