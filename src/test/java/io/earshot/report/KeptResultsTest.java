package io.earshot.report;

import static io.earshot.report.ReportCalls.answered;
import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the result of an earlier report answers a later request. */
@QuarkusTest
class KeptResultsTest {
    @Inject
    Workspaces workspaces;

    @Inject
    ReportRows rows;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ResponseStates states;

    private Workspaces.Tenant tenant;
    private String questionnaire;
    private String first;

    @BeforeEach
    void aReportThatIsDone() {
        tenant = workspaces.create();
        questionnaire = published(tenant, ReportCalls.NPS);
        answered(tenant, questionnaire, "nps,why\n10,good\n3,slow\n");
        first = request(tenant, questionnaire, "topline");
        assertThat(whenOver(tenant, first)).isEqualTo("done");
    }

    @Test
    void theSameReportOnUnchangedResponsesIsTheOneMadeBefore() {
        as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", "topline"))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .body("id", equalTo(first.substring(first.lastIndexOf('/') + 1)))
                .body("status", equalTo("done"))
                .body("reused", equalTo(true))
                .body("reuses", equalTo(1));
        as(tenant).get(first).then().body("reused", equalTo(false)).body("reuses", equalTo(1));
    }

    @Test
    void aFreshRunCanBeAskedFor() {
        String second = request(tenant, Map.of("questionnaire", questionnaire, "report", "topline", "fresh", true));

        assertThat(second).isNotEqualTo(first);
        assertThat(whenOver(tenant, second)).isEqualTo("done");
    }

    @Test
    void aFurtherResponseMakesItAnotherReport() {
        answered(tenant, questionnaire, "nps,why\n7,fine\n");

        assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(first);
    }

    @Test
    void aResponseThatIsFlaggedMakesItAnotherReport() {
        rows.update(
                "update response set quality = '{\"speeder\": true}' where workspace_id = ? and answers ->> 'nps' = '3'",
                tenant.workspace());

        assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(first);
    }

    @Test
    void aResponseThatIsErasedMakesItAnotherReport() {
        rows.update("delete from response where workspace_id = ? and answers ->> 'nps' = '3'", tenant.workspace());

        assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(first);
    }

    @Test
    void aResponseThatCommitsAfterTheReportThoughItBeganBeforeMakesItAnotherReport() throws Exception {
        try (Connection late = dataSource.getConnection()) {
            late.setAutoCommit(false);
            insertCopy(late, tenant.workspace());
            String second = request(tenant, Map.of("questionnaire", questionnaire, "report", "topline", "fresh", true));
            assertThat(whenOver(tenant, second)).isEqualTo("done");
            late.commit();
            late.setAutoCommit(true);

            assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(second);
        }
    }

    @Test
    void aTransactionThatIsStillOpenElsewhereDoesNotMakeItAnotherReport() throws Exception {
        Workspaces.Tenant other = workspaces.create();
        answered(other, published(other, ReportCalls.NPS), "nps,why\n1,bad\n");
        try (Connection open = dataSource.getConnection()) {
            open.setAutoCommit(false);
            insertCopy(open, other.workspace());
            String second = request(tenant, Map.of("questionnaire", questionnaire, "report", "topline", "fresh", true));
            assertThat(whenOver(tenant, second)).isEqualTo("done");

            assertThat(request(tenant, questionnaire, "topline")).isEqualTo(second);
            open.rollback();
            open.setAutoCommit(true);
        }
    }

    @Test
    void aResponseErasedLongAgoMakesItAnotherReportThoughItsErasureIsNoLongerTold() {
        rows.update("delete from response where workspace_id = ? and answers ->> 'nps' = '3'", tenant.workspace());
        rows.update("delete from response_erased where workspace_id = ?", tenant.workspace());

        assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(first);
    }

    @Test
    void whatCameAndWentWhileAReportWasMadeKeepsItFromBeingUsedAgain() throws Exception {
        PublishedVersion asked = questionnaires.version(tenant.workspace(), UUID.fromString(questionnaire), 1);
        Definition definition = Definitions.readyMade("topline").orElseThrow();
        ResponseState before = states.now(tenant.workspace(), asked, definition, Asking.PLAINLY);
        assertThat(states.toKeep(tenant.workspace(), asked, before)).isEqualTo(before.text());

        try (Connection connection = dataSource.getConnection()) {
            insertCopy(connection, tenant.workspace());
        }
        rows.update("delete from response where workspace_id = ? and respondent = 'copy'", tenant.workspace());

        assertThat(ResponseState.parse(states.toKeep(tenant.workspace(), asked, before)))
                .isEmpty();
    }

    @Test
    void aReportFromAnotherDatabaseOrFromBeforeAnUpdateIsNotUsed() {
        String id = first.substring(first.lastIndexOf('/') + 1);
        String state = rows.query("select data_state from report where id = ?::uuid", id)
                .get(0);
        rows.update("update report set data_state = 'elsewhere' || ? where id = ?::uuid", state, id);
        String second = request(tenant, questionnaire, "topline");
        assertThat(second).isNotEqualTo(first);
        assertThat(whenOver(tenant, second)).isEqualTo("done");

        rows.update(
                "update report set data_state = '5:2:1402' where id = ?::uuid",
                second.substring(second.lastIndexOf('/') + 1));
        assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(second);
    }

    private static void insertCopy(Connection connection, UUID workspace) throws SQLException {
        String sql =
                """
                insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status, respondent,
                    answers, received_at)
                select gen_random_uuid(), gen_random_uuid(), workspace_id, questionnaire_id, version, 1, 'complete', 'copy',
                    answers, now()
                from response where workspace_id = ? limit 1""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, workspace);
            insert.executeUpdate();
        }
    }

    @Test
    void anotherDefinitionLanguageOrZoneIsAnotherReport() {
        Map<String, Object> definition = Map.of(
                "name", "mine", "title", "Mine", "sections", List.of(Map.of("kind", "topline", "variables", "all")));
        String mine = request(tenant, questionnaire, definition);
        assertThat(whenOver(tenant, mine)).isEqualTo("done");

        assertThat(request(tenant, questionnaire, definition)).isEqualTo(mine);
        assertThat(request(tenant, questionnaire, with(definition, "language", "fr")))
                .isNotEqualTo(mine);
        assertThat(request(tenant, questionnaire, with(definition, "timeZone", "Asia/Tokyo")))
                .isNotEqualTo(mine);
    }

    @Test
    void responsesToAnotherQuestionnaireChangeNothing() {
        String other = published(tenant, ReportCalls.NPS);
        answered(tenant, other, "nps,why\n1,bad\n");

        assertThat(request(tenant, questionnaire, "topline")).isEqualTo(first);
        assertThat(request(tenant, other, "topline")).isNotEqualTo(first);
    }

    @Test
    void aResultMadeByAnotherVersionOfEarshotIsNotUsed() {
        // What another version asks for has another hash.
        rows.update(
                "update report set asked_hash = 'of another version' where id = ?::uuid",
                first.substring(first.lastIndexOf('/') + 1));

        assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(first);
    }

    private static Map<String, Object> with(Map<String, Object> definition, String member, String value) {
        Map<String, Object> changed = new HashMap<>(definition);
        changed.put(member, value);
        return changed;
    }
}
