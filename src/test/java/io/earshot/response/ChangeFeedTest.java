package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeFeedTest {
    @Inject
    Surveys surveys;

    @Inject
    AgroalDataSource database;

    @Test
    void everyChangeIsToldInItsOrderAndAResponseAsItIsNow() {
        var survey = surveys.checkout();
        UUID first = Surveys.newId();
        UUID second = Surveys.newId();
        survey.put(first, survey.body("a", 1, "partial", "{'nps':1}", "{}")).statusCode(201);
        survey.put(second, survey.body("b", 1, "partial", "{'nps':2}", "{}")).statusCode(201);
        JsonPath before = page(survey, null, "");
        survey.put(first, survey.body("a", 2, "complete", "{'nps':3}", "{}")).statusCode(200);

        JsonPath since = page(survey, before.getString("next"), "");
        JsonPath all = page(survey, null, "");

        assertThat(before.getList("items.id")).containsExactly(first.toString(), second.toString());
        assertThat(since.getList("items.id")).containsExactly(first.toString());
        assertThat(since.getInt("items[0].response.answers.nps")).isEqualTo(3);
        assertThat(since.getString("items[0].change")).isEqualTo("written");
        assertThat(all.getList("items.id")).containsExactly(second.toString(), first.toString());
        assertThat(page(survey, since.getString("next"), "").getList("items")).isEmpty();
    }

    @Test
    void pagesHoldEveryChangeOnce() {
        var survey = surveys.checkout();
        survey.importCsv("nps\n" + "9\n".repeat(25)).statusCode(200);

        List<String> seen = new ArrayList<>();
        JsonPath page = page(survey, null, "10");
        seen.addAll(page.getList("items.id"));
        while (page.getBoolean("more")) {
            page = page(survey, page.getString("next"), "10");
            seen.addAll(page.getList("items.id"));
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void whatIsErasedIsToldByItsIdAlone() throws SQLException {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        survey.put(id, survey.body(1, "complete", "{'nps':1}")).statusCode(201);
        String next = page(survey, null, "").getString("next");
        run("delete from response where id = '" + id + "'");

        JsonPath erased = page(survey, next, "");

        assertThat(erased.getList("items.change")).containsExactly("erased");
        assertThat(erased.getString("items[0].id")).isEqualTo(id.toString());
        assertThat((Object) erased.get("items[0].response")).isNull();
        assertThat(page(survey, null, "").getList("items.change")).containsExactly("erased");
    }

    @Test
    void whatCommitsLateIsToldLaterAndNeverMissed() throws Exception {
        var survey = surveys.checkout();
        Set<String> written = ConcurrentHashMap.newKeySet();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> ends = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            Random random = new Random(writer);
            ends.add(writers.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    written.add(insertSlowly(survey, random));
                }
                return null;
            }));
        }
        CompletableFuture<Void> over = CompletableFuture.runAsync(() -> ends.forEach(end -> {
            try {
                end.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));

        List<String> told = new ArrayList<>();
        String next = null;
        boolean last = false;
        while (true) {
            JsonPath page = page(survey, next, "7");
            told.addAll(page.getList("items.id"));
            next = page.getString("next");
            if (last && !page.getBoolean("more")) {
                break;
            }
            last = over.isDone();
        }
        over.join();
        writers.shutdown();

        assertThat(written).hasSize(200);
        assertThat(told).doesNotHaveDuplicates();
        assertThat(new HashSet<>(told)).isEqualTo(written);
    }

    @Test
    void whoWaitsIsToldOfAChangeWhenItComes() throws Exception {
        var survey = surveys.checkout();
        String now = page(survey, "now", "").getString("next");
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(() -> page(survey, now, "10&wait=30"));
        UUID id = Surveys.newId();

        survey.put(id, survey.body(1, "complete", "{'nps':1}")).statusCode(201);

        assertThat(waiting.get().getList("items.id")).containsExactly(id.toString());
    }

    @Test
    void responsesOfARestoredDatabaseAreToldThoughItsTransactionsAreYoungerThanTheirs() throws SQLException {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        survey.put(id, survey.body(1, "complete", "{'nps':1}")).statusCode(201);
        run("set session_replication_role = replica; update response set changed_in = '9000000000' where id = '" + id
                + "'; set session_replication_role = origin");

        JsonPath first = page(survey, null, "");
        JsonPath all = page(survey, null, "");

        assertThat(all.getList("items.id")).containsExactly(id.toString());
        assertThat(first.getList("items.id")).isSubsetOf(id.toString());
        String old = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("9000000000 " + id).getBytes(StandardCharsets.US_ASCII));
        survey.program()
                .get("/v1/responses/changes?after=" + old)
                .then()
                .statusCode(410)
                .body("detail", containsString("start the feed again"));
    }

    @Test
    void aFeedIsOfOneQuestionnaireIfAskedForAndOfOneWorkspaceAlways() {
        var survey = surveys.checkout();
        var other = surveys.besides(survey);
        var stranger = surveys.checkout();
        survey.put(Surveys.newId(), survey.body(1, "complete", "{'nps':1}")).statusCode(201);
        other.put(Surveys.newId(), other.body(1, "complete", "{'nps':2}")).statusCode(201);

        assertThat(page(survey, null, "").getList("items")).hasSize(2);
        assertThat(page(survey, null, "10&questionnaire=" + other.questionnaire())
                        .getList("items.questionnaire"))
                .containsExactly(other.questionnaire().toString());
        assertThat(page(stranger, null, "").getList("items")).isEmpty();
        survey.program().get("/v1/responses/changes?after=x").then().statusCode(400);
        survey.program().get("/v1/responses/changes?wait=61").then().statusCode(400);
    }

    /** In a transaction that takes up to a tenth of a second from its first write to its commit. */
    private String insertSlowly(Surveys.Survey survey, Random random) throws SQLException, InterruptedException {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.createStatement()) {
                insert.executeUpdate(
                        """
                        insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status,
                            respondent, answers, received_at)
                        values (gen_random_uuid(), '%s', '%s', '%s', 1, 1, 'complete', 'r', '{}', now())"""
                                .formatted(id, survey.tenant().workspace(), survey.questionnaire()));
            }
            Thread.sleep(random.nextInt(100));
            connection.commit();
            connection.setAutoCommit(true);
        }
        return id.toString();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonPath page(Surveys.Survey survey, @Nullable String after, String parameters) {
        return survey.program()
                .get("/v1/responses/changes?limit=" + (parameters.isEmpty() ? "100" : parameters)
                        + (after == null ? "" : "&after=" + after))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
