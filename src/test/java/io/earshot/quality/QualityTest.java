package io.earshot.quality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.earshot.workspace.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QualityTest {
    private static final String CONTENT =
            """
            {"name":"q","title":"Q","defaultLanguage":"en","hidden":[{"name":"honeypot_url","type":"text"}],
             "pages":[{"name":"p1","elements":[
              {"type":"likert","name":"block","text":"Do you agree?","scale":[
                {"code":1,"text":"no"},{"code":2,"text":"so so"},{"code":3,"text":"yes"}],"rows":[
                {"name":"r1","text":"a"},{"name":"r2","text":"b"},{"name":"r3","text":"c"},{"name":"r4","text":"d"},
                {"name":"r5","text":"e"}]},
              {"type":"single_choice","name":"check","text":"Choose blue","expect":"blue","options":[
                {"code":"blue","text":"Blue"},{"code":"red","text":"Red"}]},
              {"type":"text","name":"why","text":"Why?","maxLength":500}]}]}""";
    private static final String CAREFUL = "{'r1':1,'r2':3,'r3':2,'r4':3,'r5':1,'check':'blue','why':'It works'}";

    @Inject
    Workspaces workspaces;

    @Inject
    Questionnaires questionnaires;

    @Inject
    QualityJob job;

    @Inject
    QualityMarks marks;

    @Inject
    JudgedRows rows;

    @Inject
    Database database;

    private record Survey(Workspaces.Tenant tenant, UUID questionnaire) {}

    @Test
    void aCarefulResponseHasNoFlag() throws Exception {
        Survey survey = survey();
        UUID id = answer(survey, CAREFUL, "");

        assertThat(judged(survey).get(id)).isNull();
    }

    @Test
    void oneAnswerToAllRowsIsStraightLining() throws Exception {
        Survey survey = survey();
        UUID all = answer(survey, "{'r1':2,'r2':2,'r3':2,'r4':2,'r5':2,'check':'blue'}", "");
        UUID oneLess = answer(survey, "{'r1':2,'r2':2,'r3':2,'r4':2,'check':'blue'}", "");

        assertThat(judged(survey).get(all)).containsExactly("straight_lining");
        assertThat(judged(survey).get(oneLess)).isNull();
    }

    @Test
    void aWrongAnswerToAnAttentionCheckIsFlagged() throws Exception {
        Survey survey = survey();
        UUID id = answer(survey, CAREFUL.replace("blue", "red"), "");

        assertThat(judged(survey).get(id)).containsExactly("attention");
    }

    @Test
    void theSecondOfAnInstallationIsADuplicateAndTheFirstIsNot() throws Exception {
        Survey survey = survey();
        String installation = ",'context':{'app.installation.id':'i-1'}";
        UUID first = answer(survey, CAREFUL, installation);
        UUID second = answer(survey, CAREFUL, installation);

        assertThat(judged(survey).get(first)).isNull();
        assertThat(judged(survey).get(second)).containsExactly("duplicate");
    }

    @Test
    void theSameLongTextIsADuplicateAndTheSameShortOneIsNot() throws Exception {
        Survey survey = survey();
        String text = CAREFUL.replace("It works", "I like that it keeps my place when the train is in a tunnel");
        answer(survey, text, "");
        UUID second = answer(survey, text, "");
        answer(survey, CAREFUL, "");
        UUID shortAgain = answer(survey, CAREFUL, "");

        assertThat(judged(survey).get(second)).containsExactly("duplicate");
        assertThat(judged(survey).get(shortAgain)).isNull();
    }

    @Test
    void aRepetitionIsFoundAmongMoreThanAreReadAtATime() throws Exception {
        Survey survey = survey();
        String text = CAREFUL.replace("It works", "I like that it keeps my place when the train is in a tunnel");
        UUID first = answer(survey, text, "");
        copy(survey, first, 1_200);
        answer(survey, text, "");

        assertThat(judged(survey).get(first)).isNull();
        assertThat(flagged(survey)).isEqualTo(1_201);
    }

    @Test
    void anErasedTextLeavesNoTraceAndTheNextIsTheFirst() throws Exception {
        Survey survey = survey();
        String text = CAREFUL.replace("It works", "I like that it keeps my place when the train is in a tunnel");
        UUID first = answer(survey, text, "");
        judged(survey);
        given().auth()
                .oauth2(survey.tenant().secret())
                .delete("/v1/respondents/" + first)
                .then()
                .statusCode(200);
        int digests = database.run(connection -> count(
                connection, "select count(*) from quality_value where questionnaire_id = ?", survey.questionnaire()));
        assertThat(digests).isZero();

        UUID second = answer(survey, text, "");
        UUID third = answer(survey, text, "");

        assertThat(judged(survey)).doesNotContainKey(second);
        assertThat(judged(survey).get(third)).containsExactly("duplicate");
    }

    @Test
    void programsGiveThemselvesAway() throws Exception {
        Survey survey = survey();
        UUID caught = answer(survey, CAREFUL.replace("'why'", "'honeypot_url':'http://spam.example','why'"), "");
        UUID impossible = answer(survey, CAREFUL, ",'timings':{'r1':10,'r2':12,'r3':9,'check':11}");

        UUID trapped = answer(survey, CAREFUL, ",'context':{'earshot.form.trapped':true}");

        assertThat(judged(survey).get(trapped)).containsExactly("bot");
        assertThat(judged(survey).get(caught)).containsExactly("bot");
        assertThat(judged(survey).get(impossible)).containsExactly("bot");
    }

    @Test
    void textThatIsNoLanguageAndTimesThatContradictThemselvesAreFlagged() throws Exception {
        Survey survey = survey();
        UUID nonsense = answer(survey, CAREFUL.replace("It works", "asdfasdfasdf"), "");
        UUID clock = answer(survey, CAREFUL, times("2026-11-22T10:00:00Z", "2026-11-22T09:00:00Z"));

        assertThat(judged(survey).get(nonsense)).containsExactly("nonsense");
        assertThat(judged(survey).get(clock)).containsExactly("clock");
    }

    @Test
    void whoWasFastIsToldOnceThereAreThirtyAndOfThoseBeforeToo() throws Exception {
        Survey survey = survey();
        UUID fast = answer(survey, CAREFUL, times("2026-11-22T09:00:00Z", "2026-11-22T09:00:19Z"));
        UUID justNot = answer(survey, CAREFUL, times("2026-11-22T09:00:00Z", "2026-11-22T09:00:20Z"));
        for (int i = 0; i < 27; i++) {
            answer(survey, CAREFUL, times("2026-11-22T09:00:00Z", "2026-11-22T09:01:00Z"));
        }
        assertThat(judged(survey).get(fast)).isNull();

        answer(survey, CAREFUL, times("2026-11-22T09:00:00Z", "2026-11-22T09:01:00Z"));

        // The median is 60 s; a third of it are 20.
        assertThat(judged(survey).get(fast)).containsExactly("speeder");
        assertThat(judged(survey).get(justNot)).isNull();
    }

    @Test
    void whatIsReceivedAtNoTimeOfItsDayIsJudgedOnceAndWhatComesLaterToo() throws Exception {
        Survey survey = survey();
        UUID first = answer(survey, "{'r1':2,'r2':2,'r3':2,'r4':2,'r5':2,'check':'blue'}", "");
        untie(survey, first);
        assertThat(judged(survey).get(first)).containsExactly("straight_lining");
        // Once more, because the flag itself was a change.
        judged(survey);
        assertThat(untimed(survey)).isEmpty();

        UUID second = answer(survey, "{'r1':1,'r2':1,'r3':1,'r4':1,'r5':1,'check':'blue'}", "");
        untie(survey, second);
        assertThat(untimed(survey)).containsExactly(second);
        assertThat(judged(survey).get(second)).containsExactly("straight_lining");
    }

    /** As an anonymous response is stored: of nobody, and at no time of its day. */
    private void untie(Survey survey, UUID response) {
        database.run(connection -> {
            String sql = "update response set respondent = 'anonymous:' || id,"
                    + " received_at = date_trunc('day', received_at, 'UTC') where id = ? and questionnaire_id = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, response);
                update.setObject(2, survey.questionnaire());
                return update.executeUpdate();
            }
        });
    }

    /** Which of them the job would read. */
    private List<UUID> untimed(Survey survey) {
        UUID workspace = survey.tenant().workspace();
        return database.run(connection -> {
            long from = marks.of(connection, workspace, survey.questionnaire()).untimedFrom();
            Set<Instant> today = Set.of(Instant.now().truncatedTo(ChronoUnit.DAYS));
            return rows.ofDays(connection, workspace, survey.questionnaire(), today, from, new UUID(0, 0), 10).stream()
                    .map(Judged::id)
                    .toList();
        });
    }

    @Test
    void howManyAreFlaggedIsTold() throws Exception {
        Survey survey = survey();
        answer(survey, CAREFUL, "");
        answer(survey, CAREFUL.replace("blue", "red").replace("It works", "asdfasdfasdf"), "");
        job.judge(Instant.now().plusSeconds(1), () -> false);

        given().auth()
                .oauth2(survey.tenant().secret())
                .get("/v1/questionnaires/" + survey.questionnaire() + "/quality")
                .then()
                .statusCode(200)
                .body("complete", equalTo(2))
                .body("flagged", equalTo(1))
                .body("flags.attention", equalTo(1))
                .body("flags.nonsense", equalTo(1))
                .body("flags.speeder", equalTo(0))
                .body("medianSeconds", nullValue());
    }

    @Test
    void flaggedResponsesCanBeLeftOut() throws Exception {
        Survey survey = survey();
        UUID careful = answer(survey, CAREFUL, "");
        UUID careless = answer(survey, CAREFUL.replace("blue", "red"), "");
        job.judge(Instant.now().plusSeconds(1), () -> false);

        assertThat(ids(survey, "flagged=false")).containsExactly(careful.toString());
        assertThat(ids(survey, "flagged=true")).containsExactly(careless.toString());
        assertThat(ids(survey, "status=complete")).hasSize(2);
    }

    private static List<String> ids(Survey survey, String filter) {
        return given().auth()
                .oauth2(survey.tenant().secret())
                .get("/v1/responses?questionnaire=" + survey.questionnaire() + "&" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private int flagged(Survey survey) {
        return database.run(connection -> count(
                connection,
                "select count(*) from response where questionnaire_id = ? and quality -> 'flags' ?? 'duplicate'",
                survey.questionnaire()));
    }

    private static int count(Connection connection, String sql, UUID questionnaire) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, questionnaire);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Others who answered the same, by the server's own hand. */
    private void copy(Survey survey, UUID response, int times) {
        database.run(connection -> {
            String sql =
                    """
                    insert into response (respondent_key, id, workspace_id, app_id, questionnaire_id, version, sequence, status,
                        language, respondent, answers, presented, timings, context, received_at, submitted_at)
                    select gen_random_uuid(), gen_random_uuid(), workspace_id, app_id, questionnaire_id, version, sequence, status,
                        language, respondent || n, answers, presented, timings, context,
                        received_at + n * interval '1 microsecond', submitted_at
                    from response, generate_series(1, ?) as n where id = ? and questionnaire_id = ?""";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setInt(1, times);
                insert.setObject(2, response);
                insert.setObject(3, survey.questionnaire());
                return insert.executeUpdate();
            }
        });
    }

    private static String times(String started, String occurred) {
        return ",'startedAt':'" + started + "','occurredAt':'" + occurred + "'";
    }

    private Survey survey() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        UUID id = questionnaires.create(tenant.workspace(), "q", new ObjectMapper().readTree(CONTENT));
        questionnaires.publish(tenant.workspace(), id);
        return new Survey(tenant, id);
    }

    private static UUID answer(Survey survey, String answers, String more) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String body =
                "{'respondent':'%s','questionnaire':{'id':'%s','version':1},'sequence':1,'status':'complete','answers':%s%s}"
                        .formatted(id, survey.questionnaire(), answers, more);
        given().auth()
                .oauth2(survey.tenant().publishable())
                .contentType("application/json")
                .header("User-Agent", "Acme-Kiosk/1.0")
                .body(body.replace("'", "\""))
                .put("/v1/client/responses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    /** The flags of those that have any, once all have been judged. */
    private Map<UUID, List<String>> judged(Survey survey) {
        job.judge(Instant.now().plusSeconds(1), () -> false);
        List<Map<String, Object>> items = given().auth()
                .oauth2(survey.tenant().secret())
                .get("/v1/responses?limit=1000&questionnaire=" + survey.questionnaire())
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        Map<UUID, List<String>> flags = new HashMap<>();
        for (Map<String, Object> item : items) {
            if (item.get("quality") instanceof Map<?, ?> quality && quality.get("flags") instanceof List<?> words) {
                flags.put(
                        UUID.fromString(String.valueOf(item.get("id"))),
                        words.stream().map(Object::toString).toList());
            }
        }
        return flags;
    }
}
