package io.earshot.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.prompt.Caps;
import io.earshot.prompt.Format;
import io.earshot.prompt.PromptDefinition;
import io.earshot.prompt.Prompts;
import io.earshot.prompt.QuestionnaireReference;
import io.earshot.prompt.Trigger;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.questionnaire.Templates;
import io.earshot.report.FinishedWorkbooks;
import io.earshot.report.ReportRequest;
import io.earshot.report.ReportRequests;
import io.earshot.response.ImportResult;
import io.earshot.response.ResponseImport;
import io.earshot.workspace.AppDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a newcomer finds: a shop that asks after a checkout, and 2,800 real people's answers with a finished report. Each step
 * looks whether it has been done, so that a start that was cut short is completed by the next and nothing comes twice.
 */
@ApplicationScoped
class Demo {
    private static final Logger LOG = Logger.getLogger("earshot");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SHOP = "Kestrel Coffee: after the checkout";
    private static final String PERSONALITY = "Personality: 25 items, 2,800 people";

    private final AppDirectory apps;
    private final Questionnaires questionnaires;
    private final Templates templates;
    private final Prompts prompts;
    private final ResponseImport responses;
    private final ReportRequests requests;
    private final FinishedWorkbooks workbooks;
    private final ObjectMapper json;
    private final Clock clock;

    private volatile @Nullable Shown shown;

    Demo(
            AppDirectory apps,
            Questionnaires questionnaires,
            Templates templates,
            Prompts prompts,
            ResponseImport responses,
            ReportRequests requests,
            FinishedWorkbooks workbooks,
            ObjectMapper json,
            Clock clock) {
        this.apps = apps;
        this.questionnaires = questionnaires;
        this.templates = templates;
        this.prompts = prompts;
        this.responses = responses;
        this.requests = requests;
        this.workbooks = workbooks;
        this.json = json;
        this.clock = clock;
    }

    /** @param personality the questionnaire whose report is the finished workbook */
    record Shown(AppDirectory.KeyedApp app, UUID personality) {}

    /** What there is to show; empty if Earshot was started without the demo. */
    Optional<Shown> shown() {
        return Optional.ofNullable(shown);
    }

    void prepare() {
        AppDirectory.KeyedApp app = apps.first();
        openShop(app, published(app.workspace(), SHOP, "checkout-feedback"));
        PublishedVersion personality = published(app.workspace(), PERSONALITY, "big-five-25");
        if (workbooks.newest(app.workspace(), personality.questionnaire()).isEmpty()) {
            importAnswers(app.workspace(), personality);
            requests.add(
                    app.workspace(),
                    new ReportRequest(personality.questionnaire(), null, TextNode.valueOf("scale-reliability"), null));
        }
        shown = new Shown(app, personality.questionnaire());
        awaitWorkbook(app.workspace(), personality.questionnaire());
    }

    private void awaitWorkbook(UUID workspace, UUID questionnaire) {
        Instant end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end)) {
            if (workbooks
                    .newest(workspace, questionnaire)
                    .map(report -> report.workbookBytes() != null)
                    .orElse(true)) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        LOG.warnf("The demo's report is not finished after %s; it goes on, see /v1/reports", PATIENCE);
    }

    private PublishedVersion published(UUID workspace, String name, String template) {
        UUID questionnaire = questionnaires
                .named(workspace, name)
                .orElseGet(() -> questionnaires.create(workspace, name, templates.content(template)));
        return questionnaires.latest(workspace, questionnaire).orElseGet(() -> {
            int version = questionnaires.publish(workspace, questionnaire);
            return questionnaires.version(workspace, questionnaire, version);
        });
    }

    private void openShop(AppDirectory.KeyedApp app, PublishedVersion feedback) {
        if (prompts.placed(app.workspace(), feedback.questionnaire())) {
            return;
        }
        UUID prompt = prompts.create(
                        app.workspace(),
                        new PromptDefinition(
                                "After the checkout",
                                app.app(),
                                new QuestionnaireReference(feedback.questionnaire(), null),
                                Format.CARD,
                                placement(),
                                new Trigger("checkout_completed", null),
                                null,
                                null,
                                null,
                                null,
                                new Caps(1, null, null, null),
                                null,
                                null,
                                600))
                .id();
        prompts.start(app.workspace(), prompt);
    }

    private JsonNode placement() {
        return json.createObjectNode()
                .put("corner", "bottom-right")
                .set("theme", json.createObjectNode().put("accent", "#8a4b22"));
    }

    private void importAnswers(UUID workspace, PublishedVersion personality) {
        try (Reader csv = new InputStreamReader(
                requireNonNull(Demo.class.getResourceAsStream("/demo/bfi.csv"), "/demo/bfi.csv"), UTF_8)) {
            ImportResult result = responses.run(workspace, personality, csv);
            LOG.infof("Imported %d people's answers (%d refused)", result.accepted(), result.rejected());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
