package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.earshot.testing.Workspaces;
import io.earshot.workspace.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ten promoters and ten detractors; of the detractors some were careless. */
@QuarkusTest
class CarelessReportTest {
    @Inject
    Workspaces workspaces;

    @Inject
    Database database;

    @Test
    void aReportLeavesOutWhatItIsAskedToAndSaysHowManyAndWhy() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = answered(tenant);
        flag(questionnaire, 3, "[\"speeder\", \"bot\"]");
        flag(questionnaire, 1, "[\"bot\"]");
        flag(questionnaire, 2, "[\"clock\"]");
        flag(questionnaire, 4, "[]");

        String report = ReportCalls.request(
                tenant,
                questionnaire,
                Map.of(
                        "name",
                        "careful",
                        "title",
                        "Careful",
                        "sections",
                        List.of(Map.of("kind", "nps", "variables", "all"), Map.of("kind", "data-quality")),
                        "withoutFlags",
                        List.of("speeder", "bot")));
        assertThat(ReportCalls.whenOver(tenant, report)).isEqualTo("done");

        String basis = "findings.find { it.kind == 'basis' }.";
        as(tenant)
                .get(report + "/results")
                .then()
                .statusCode(200)
                .body("about.complete", equalTo(16))
                .body(basis + "careless.leftOut", equalTo(4))
                .body(basis + "careless.signs.find { it.flag == 'speeder' }.count", equalTo(3))
                .body(basis + "careless.signs.find { it.flag == 'bot' }.count", equalTo(4))
                .body(basis + "careless.unjudged", equalTo(10))
                .body("findings.kind", hasItem("data-quality"));
        as(tenant)
                .get(report + "/summary")
                .then()
                .body(containsString("4 responses left out for signs of carelessness: too fast 3, program 4"));
    }

    @Test
    void aSignThatThereIsNotIsRefused() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = answered(tenant);

        as(tenant)
                .body(Map.of(
                        "questionnaire",
                        questionnaire,
                        "report",
                        Map.of(
                                "name",
                                "careful",
                                "title",
                                "Careful",
                                "sections",
                                List.of(Map.of("kind", "nps", "variables", "all")),
                                "withoutFlags",
                                List.of("lazy"))))
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/report/withoutFlags/0"));
    }

    private static String answered(Workspaces.Tenant tenant) {
        String questionnaire = ReportCalls.published(tenant, ReportCalls.NPS);
        ReportCalls.answered(tenant, questionnaire, "nps,why\n" + "10,good\n".repeat(10) + "2,bad\n".repeat(10));
        return questionnaire;
    }

    /** Some more of the detractors, as the job that judges them does. */
    private void flag(String questionnaire, int count, String flags) {
        int flagged = database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    """
                    update response set quality = jsonb_build_object('flags', ?::jsonb) where id in (
                        select id from response where questionnaire_id = ? and answers ->> 'nps' = '2' and quality = '{}'
                        limit ?)""")) {
                update.setString(1, flags);
                update.setObject(2, UUID.fromString(questionnaire));
                update.setInt(3, count);
                return update.executeUpdate();
            }
        });
        assertThat(flagged).isEqualTo(count);
    }
}
