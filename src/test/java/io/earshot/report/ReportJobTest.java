package io.earshot.report;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportJobTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Workspaces workspaces;

    @Inject
    Reports reports;

    @Inject
    Runs runs;

    @Inject
    AgroalDataSource database;

    @Test
    void theWorkbookHoldsTheNumbersThatRGives() throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        importBfi(tenant, questionnaire);

        String report = request(tenant, questionnaire, "scale-reliability");
        assertThat(whenOver(tenant, report)).isEqualTo("done");

        byte[] bytes = as(tenant)
                .get(report + "/workbook")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(number(book, "responses")).isEqualTo(2800);
            assertThat(number(book, "alpha_agreeableness")).isCloseTo(0.703755894374836, within(1e-9));
            assertThat(number(book, "alpha_conscientiousness")).isCloseTo(0.729277203170442, within(1e-9));
            assertThat(number(book, "alpha_extraversion")).isCloseTo(0.760932639469552, within(1e-9));
            assertThat(number(book, "alpha_neuroticism")).isCloseTo(0.813303143161439, within(1e-9));
            assertThat(number(book, "alpha_openness")).isCloseTo(0.602546428577184, within(1e-9));
            assertThat(number(book, "chi_square_gender_education")).isCloseTo(21.6717780496226, within(1e-9));
            assertThat(number(book, "df_gender_education")).isEqualTo(4);
            assertThat(number(book, "p_gender_education")).isCloseTo(0.000232934638225592, within(1e-12));
            assertThat(number(book, "cramers_v_gender_education")).isCloseTo(0.0917043765866523, within(1e-9));
            assertThat(book.getSheet("Data (codes)").getLastRowNum()).isEqualTo(2800);
            assertThat(StreamSupport.stream(book.getSheet("Cover").spliterator(), false)
                            .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                            .map(cell -> cell.toString()))
                    .as("a file without times")
                    .contains("not recorded: the answers came in without their times");
        }

        // Not by REST Assured's JsonPath, which reads numbers as floats.
        String json = as(tenant)
                .get(report + "/results")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (JsonNode finding : new ObjectMapper().readTree(json).get("findings")) {
            if (finding.path("scale").asText().equals("openness")) {
                assertThat(finding.at("/reliability/alpha/estimate").asDouble())
                        .isCloseTo(0.602546428577184, within(1e-9));
            }
            if (finding.get("kind").asText().equals("crosstab")) {
                assertThat(finding.at("/crosstab/test/chiSquare").asDouble()).isCloseTo(21.6717780496226, within(1e-9));
            }
        }
    }

    @Test
    void aFinishedWorkbookIsServedInRangesAndRevalidated() {
        Workspaces.Tenant tenant = workspaces.create();
        String report = request(tenant, published(tenant, Bfi.template()), "scale-reliability");
        assertThat(whenOver(tenant, report)).isEqualTo("done");
        String workbook = report + "/workbook";

        Response whole = as(tenant).get(workbook);
        byte[] bytes = whole.asByteArray();
        assertThat(whole.header("Content-Disposition")).startsWith("attachment; filename=\"scale-reliability-");
        assertThat(whole.header("Content-Length")).isEqualTo(String.valueOf(bytes.length));
        assertThat(bytes).startsWith('P', 'K');

        byte[] part = as(tenant)
                .header("Range", "bytes=10-19")
                .get(workbook)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + bytes.length)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(bytes, 10, 20));
        as(tenant)
                .header("Range", "bytes=-5")
                .get(workbook)
                .then()
                .statusCode(206)
                .header("Content-Length", "5");
        as(tenant)
                .header("Range", "bytes=" + bytes.length + "-")
                .get(workbook)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length);
        as(tenant)
                .header("If-None-Match", whole.header("ETag"))
                .get(workbook)
                .then()
                .statusCode(304);
    }

    @Test
    void theResponsesBehindAReportComeOutForOtherPrograms() throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        importBfi(tenant, questionnaire);
        String report = request(tenant, questionnaire, "scale-reliability");
        assertThat(whenOver(tenant, report)).isEqualTo("done");

        String csv = as(tenant)
                .get(report + "/data.csv?bom=true&cells=labels")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("data.csv"))
                .extract()
                .asString();
        byte[] sav = as(tenant)
                .get(report + "/data.sav")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String script = as(tenant)
                .get(report + "/data.R")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).startsWith("\uFEFFid,");
        assertThat(csv.lines().count()).isEqualTo(2801);
        assertThat(sav).startsWith('$', 'F', 'L', '2');
        assertThat(java.nio.ByteBuffer.wrap(sav)
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                        .getInt(80))
                .as("rows told in the file's head")
                .isEqualTo(2800);
        assertThat(script).contains("data[[\"A1\"]] <- factor(");
        as(tenant)
                .get(report + "/data.sav?codes=words")
                .then()
                .statusCode(400)
                .body("detail", containsString("numbers or texts"));
    }

    @Test
    void theEventsEndWithTheReport() {
        Workspaces.Tenant tenant = workspaces.create();
        String report = request(tenant, published(tenant, Bfi.template()), "topline");

        String events = as(tenant)
                .get(report + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events).startsWith("data:").contains("\"status\":\"done\"");
        as(tenant).get(report).then().body("status", equalTo("done")).body("progress", equalTo(1f));
    }

    @Test
    void aReportThatWasCancelledHasNoWorkbookAndIsDeletedByASecondCall() {
        Workspaces.Tenant tenant = workspaces.create();
        String report = request(tenant, published(tenant, Bfi.template()), "topline");

        as(tenant).delete(report).then().statusCode(204);

        String status = whenOver(tenant, report);
        if (status.equals("cancelled")) {
            as(tenant)
                    .get(report + "/workbook")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("report-not-done"))
                    .body("detail", containsString("cancelled"));
        }
        as(tenant).delete(report).then().statusCode(204);
        as(tenant).get(report).then().statusCode(404);
    }

    @Test
    void aReportWhoseProcessDiedIsMadeByTheNext() throws SQLException {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        UUID report = UuidCreator.getTimeOrderedEpoch();
        reports.create(
                report,
                tenant.workspace(),
                UUID.fromString(questionnaire),
                1,
                Definitions.readyMade("topline").orElseThrow());
        execute("update report set status = 'running', progress = 0.5, attempt = 1 where id = '" + report + "'");
        execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                + " last_heartbeat, version) values ('report', '" + report
                + "', now() - interval '2 min', true, 'a process that died', now() - interval '1 min', 1)");

        assertThat(whenOver(tenant, "/v1/reports/" + report)).isEqualTo("done");
    }

    @Test
    void aRunThatWasTakenOverKeepsNothing() throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        UUID report = UuidCreator.getTimeOrderedEpoch();
        reports.create(
                report,
                tenant.workspace(),
                UUID.fromString(questionnaire),
                1,
                Definitions.readyMade("topline").orElseThrow());
        Runs.Run thoughtDead = runs.begin(report).orElseThrow();
        Runs.Run current = runs.begin(report).orElseThrow();
        Path file = Files.writeString(Files.createTempFile("workbook", ".xlsx"), "PK");

        runs.finish(thoughtDead, "{}", file, "old");

        assertThat(runs.advance(thoughtDead, "writing", 0.9)).isFalse();
        assertThat(runs.advance(current, "writing", 0.9)).isTrue();
        runs.finish(current, "{}", file, "new");
        assertThat(reports.get(tenant.workspace(), report).workbookSha256()).isEqualTo("new");
        Files.delete(file);
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        Workspaces.Tenant tenant = workspaces.create();
        Workspaces.Tenant other = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        String report = request(tenant, questionnaire, "topline");

        for (String path : List.of("", "/events", "/workbook", "/results", "/data.sav", "/data.csv", "/data.R")) {
            as(other).get(report + path).then().statusCode(404);
        }
        as(other).delete(report).then().statusCode(404);
        as(other).get("/v1/reports").then().body("items.size()", equalTo(0));
        as(other)
                .body(Map.of("questionnaire", questionnaire, "report", "topline"))
                .post("/v1/reports")
                .then()
                .statusCode(404);
    }

    @Test
    void aVariableThatTheQuestionnaireLacksIsPointedTo() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        Map<String, Object> definition = Map.of(
                "name", "mine",
                "title", "Mine",
                "sections",
                        List.of(
                                Map.of("kind", "frequencies", "variables", List.of("A1", "height")),
                                Map.of("kind", "crosstab", "rows", "gender", "columns", "age")));

        as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", definition))
                .post("/v1/reports")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/report/sections/0/variables/1"))
                .body("errors.pointer", hasItem("/report/sections/1/columns"));
    }

    @Test
    void aDefinitionThatTheSchemaDoesNotAllowIsPointedTo() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        Map<String, Object> definition =
                Map.of("name", "mine", "title", "Mine", "sections", List.of(Map.of("kind", "guess")), "confidence", 2);

        as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", definition))
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/report/confidence"))
                .body("errors.pointer", hasItem("/report/sections/0/kind"));
        as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", "no-such"))
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/report"));
    }

    @Test
    void theListPagesNewestFirst() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        String first = request(tenant, questionnaire, "topline");
        String second = request(tenant, questionnaire, "topline");

        JsonPath page = as(tenant).get("/v1/reports?limit=1").jsonPath();
        assertThat(second).endsWith(page.getString("items[0].id"));
        as(tenant)
                .get("/v1/reports?limit=1&cursor=" + page.getString("next"))
                .then()
                .body("items[0].id", equalTo(first.substring("/v1/reports/".length())))
                .body("next", nullValue());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RequestSpecification as(Workspaces.Tenant tenant) {
        return given().auth().oauth2(tenant.secret()).contentType("application/json");
    }

    private static String published(Workspaces.Tenant tenant, String template) {
        String id = as(tenant)
                .body("{\"name\":\"bfi\",\"content\":" + template + "}")
                .post("/v1/questionnaires")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(tenant)
                .post("/v1/questionnaires/" + UUID.fromString(id) + "/publish")
                .then()
                .statusCode(201);
        return id;
    }

    private static void importBfi(Workspaces.Tenant tenant, String questionnaire) throws IOException {
        try (InputStream csv = requireNonNull(ReportJobTest.class.getResourceAsStream("/demo/bfi.csv"))) {
            given().auth()
                    .oauth2(tenant.secret())
                    .contentType("text/csv")
                    .body(csv.readAllBytes())
                    .post("/v1/questionnaires/" + questionnaire + "/responses/import")
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(2800));
        }
    }

    /** The new report's path. */
    private static String request(Workspaces.Tenant tenant, String questionnaire, String report) {
        String location = as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", report))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    private static String whenOver(Workspaces.Tenant tenant, String report) {
        Instant end = Instant.now().plus(PATIENCE);
        String status;
        do {
            status = as(tenant).get(report).then().statusCode(200).extract().path("status");
        } while (!ReportStatus.of(status).isFinal() && Instant.now().isBefore(end));
        return status;
    }

    private static double number(XSSFWorkbook book, String name) {
        Name defined = requireNonNull(book.getName(name), name);
        CellReference cell = new CellReference(defined.getRefersToFormula());
        return book.getSheet(cell.getSheetName())
                .getRow(cell.getRow())
                .getCell(cell.getCol())
                .getNumericCellValue();
    }
}
