package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResponseExportsTest {
    private static final String MANY_KINDS =
            """
            {"name":"kinds","title":"Kinds","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"multiple_choice","name":"reasons","text":"Why?","options":[
                {"code":"price","text":{"en":"Price","fr":"Le prix"}},{"code":"speed","text":{"en":"Speed","fr":"La vitesse"}}]},
              {"type":"single_choice","name":"plan","text":"Plan","options":[
                {"code":1,"text":{"en":"**Free**","fr":"Gratuit"}},{"code":2,"text":{"en":"Paid","fr":"Payant"}}]},
              {"type":"ranking","name":"order","text":"Order","top":2,"options":[
                {"code":"a","text":"A"},{"code":"b","text":"B"},{"code":"c","text":"C"}]},
              {"type":"date","name":"day","text":"Day"},
              {"type":"number","name":"age","text":"Age"},
              {"type":"text","name":"why","text":"Why"}]}]}""";

    @Inject
    Surveys surveys;

    @Inject
    AgroalDataSource database;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    @Test
    void aCsvRowHoldsEveryAnswerUnderItsVariable() {
        var survey = surveys.of(MANY_KINDS);
        survey.put(
                        Surveys.newId(),
                        survey.body(
                                "ada",
                                1,
                                "complete",
                                "{'reasons':['speed'],'plan':2,'order':['c','a'],'day':'2026-11-22','age':36.50,"
                                        + "'why':'Slow, and\\ndear'}",
                                "{'os.name':'Android'}"))
                .statusCode(201);

        List<List<String>> rows = csv(survey, "");

        List<String> header = rows.get(0);
        List<String> ada = rows.get(1);
        assertThat(header.subList(0, 11))
                .containsExactly(
                        "id",
                        "respondent",
                        "version",
                        "status",
                        "language",
                        "test",
                        "started_at",
                        "submitted_at",
                        "received_at",
                        "over_quota",
                        "quality");
        assertThat(header.subList(11, 20))
                .containsExactly(
                        "reasons.price", "reasons.speed", "plan", "order.a", "order.b", "order.c", "day", "age", "why");
        assertThat(ada.subList(11, 19)).containsExactly("0", "1", "2", "2", "", "1", "2026-11-22", "36.5");
        assertThat(ada.get(19)).isEqualTo("Slow, and\ndear");
        assertThat(ada.get(header.indexOf("os.name"))).isEqualTo("Android");
        assertThat(ada.subList(1, 6)).containsExactly("ada", "1", "complete", "en", "false");
    }

    @Test
    void labelsStandForCodesInTheLanguageThatIsAskedFor() {
        var survey = surveys.of(MANY_KINDS);
        survey.put(Surveys.newId(), survey.body(1, "complete", "{'reasons':['speed','price'],'plan':1}"))
                .statusCode(201);

        assertThat(cells(survey, "labels=fr&sets=joined", "reasons", "plan"))
                .containsExactly("La vitesse;Le prix", "Gratuit");
        assertThat(cells(survey, "labels=true&sets=joined", "reasons", "plan")).containsExactly("Speed;Price", "Free");
        assertThat(cells(survey, "sets=joined", "reasons", "plan")).containsExactly("speed;price", "1");
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsGuardedUnlessRawIsAskedFor() {
        var survey = surveys.of(MANY_KINDS);
        survey.put(Surveys.newId(), survey.body(1, "complete", "{'why':'=cmd()','age':-5}"))
                .statusCode(201);

        assertThat(cells(survey, "", "why", "age")).containsExactly("'=cmd()", "-5");
        assertThat(cells(survey, "formulas=raw", "why", "age")).containsExactly("=cmd()", "-5");
    }

    @Test
    void aByteOrderMarkAndAHeaderAreMattersOfChoice() throws Exception {
        var survey = surveys.of(MANY_KINDS);

        byte[] marked = get(survey, "csv?bom=true");
        byte[] bare = get(survey, "csv?header=false");

        assertThat(marked).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(marked, StandardCharsets.UTF_8)).endsWith("why\r\n");
        assertThat(bare).isEmpty();
    }

    @Test
    void anAnswerToAnEarlierVersionKeepsItsColumn() {
        var first = surveys.of(MANY_KINDS);
        first.put(Surveys.newId(), first.body(1, "complete", "{'age':7}")).statusCode(201);
        first.program()
                .contentType("application/json")
                .header("If-Match", "*")
                .body(MANY_KINDS.replace("\"name\":\"age\"", "\"name\":\"years\""))
                .put("/v1/questionnaires/" + first.questionnaire() + "/draft")
                .then()
                .statusCode(200);
        surveys.again(first);

        assertThat(cells(first, "", "years", "age")).containsExactly("", "7");
        assertThat(csv(first, "version=1").get(0)).contains("age").doesNotContain("years");
    }

    @Test
    void aWorkbookHoldsRealDatesAndNumbers() throws Exception {
        var survey = surveys.of(MANY_KINDS);
        survey.put(Surveys.newId(), survey.body(1, "complete", "{'plan':2,'day':'2026-11-22','why':'=1'}"))
                .statusCode(201);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(get(survey, "xlsx")))) {
            var sheet = book.getSheetAt(0);
            List<String> header = new ArrayList<>();
            sheet.getRow(0).forEach(cell -> header.add(cell.getStringCellValue()));
            var row = sheet.getRow(1);
            assertThat(row.getCell(header.indexOf("plan")).getNumericCellValue())
                    .isEqualTo(2);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(header.indexOf("received_at"))))
                    .isTrue();
            assertThat(row.getCell(header.indexOf("day"))
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .hasToString("2026-11-22");
            assertThat(row.getCell(header.indexOf("why")).getStringCellValue()).isEqualTo("=1");
        }
    }

    @Test
    void whatIsExportedIsWhatWasAskedFor() {
        var survey = surveys.of(MANY_KINDS);
        survey.put(Surveys.newId(), survey.body("r-1", 1, "partial", "{'age':1}", "{}"))
                .statusCode(201);
        survey.put(
                        Surveys.newId(),
                        survey.body("r-2", 1, "complete", "{'age':2}", "{}")
                                .replace("\"language\":\"en\"", "\"language\":\"fr\",\"test\":true"))
                .statusCode(201);

        for (String filter : List.of("status=complete", "test=true", "language=fr")) {
            assertThat(csv(survey, filter)).hasSize(2).last().satisfies(row -> assertThat(row.get(1))
                    .isEqualTo("r-2"));
        }
        for (String bad : List.of("test=maybe", "sets=some", "formulas=evil", "after=x", "header=no")) {
            survey.program()
                    .get("/v1/questionnaires/" + survey.questionnaire() + "/responses.csv?" + bad)
                    .then()
                    .statusCode(400)
                    .body(
                            "detail",
                            containsString(bad.startsWith("after") ? "cursor" : bad.substring(0, bad.indexOf('='))));
        }
    }

    @Test
    void anExportThatBrokeOffGoesOnBehindItsLastWholeLine() throws Exception {
        var survey = many(20_000);
        String path = "/v1/questionnaires/" + survey.questionnaire() + "/responses.ndjson";
        List<String> whole = new String(get(survey, "ndjson"), StandardCharsets.UTF_8)
                .lines()
                .toList();

        List<String> received = new ArrayList<>(brokenOff(survey, path, 3_000_000));
        int before = received.size();
        JsonNode last = new ObjectMapper().readTree(received.get(before - 1));
        String after = last.get("receivedAt").asText() + "," + last.get("id").asText();
        new String(get(survey, "ndjson?after=" + encoded(after)), StandardCharsets.UTF_8)
                .lines()
                .forEach(received::add);

        assertThat(before).isBetween(100, 19_999);
        assertThat(received).isEqualTo(whole);
    }

    @Test
    void aCsvThatBrokeOffGoesOnBehindItsLastWholeRow() throws Exception {
        var survey = many(20_000);
        String path = "/v1/questionnaires/" + survey.questionnaire() + "/responses.csv";
        List<List<String>> whole = csv(survey, "");

        String text = String.join("\r\n", brokenOff(survey, path, 3_000_000));
        List<List<String>> received = new ArrayList<>(rows(text));
        List<String> last = received.get(received.size() - 1);
        String after = last.get(whole.get(0).indexOf("received_at")) + "," + last.get(0);
        received.addAll(csv(survey, "header=false&after=" + encoded(after)));

        assertThat(received).isEqualTo(whole);
    }

    @Test
    void aReaderWhoGoesAwayFreesTheDatabase() throws Exception {
        var survey = many(20_000);
        String path = "/v1/questionnaires/" + survey.questionnaire() + "/responses.ndjson";

        try (Socket socket = request(survey, path)) {
            socket.getInputStream().readNBytes(10_000);
            assertThat(exporting()).isEqualTo(1);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> exporting() == 0);
    }

    @Test
    void aReaderWhoGoesAwayBeforeAnythingIsFoundFreesTheDatabaseToo() throws Exception {
        var survey = many(10);
        try (var other = database.getConnection();
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table response in access exclusive mode");

            try (Socket socket = request(
                    survey, "/v1/questionnaires/" + survey.questionnaire() + "/responses.csv?attributes=none")) {
                await().atMost(Duration.ofSeconds(20)).until(() -> exporting() == 1);
                assertThat(socket.isConnected()).isTrue();
            }

            await().atMost(Duration.ofSeconds(5)).until(() -> exporting() == 0);
            other.rollback();
        }
    }

    @Test
    void anExportThatFailsHalfwayDoesNotLookWhole() throws Exception {
        var survey = many(20_000);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(
                        service.resolve("/v1/questionnaires/" + survey.questionnaire() + "/responses.ndjson"))
                .header("Authorization", "Bearer " + survey.tenant().secret())
                .build();
        InputStream body = client.send(request, BodyHandlers.ofInputStream()).body();
        body.readNBytes(10_000);

        query("select count(pg_terminate_backend(pid)) from pg_stat_activity where " + EXPORTING);

        assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }

    private static final String EXPORTING =
            "state <> 'idle' and query like '%from response where%' and pid <> pg_backend_pid() and datname = current_database()";

    private int exporting() throws SQLException {
        return query("select count(*) from pg_stat_activity where " + EXPORTING);
    }

    private int query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A questionnaire with so many responses of about a kilobyte each. */
    private Surveys.Survey many(int count) throws SQLException {
        var survey = surveys.of(MANY_KINDS);
        String sql =
                """
                insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status,
                    respondent, answers, received_at)
                select gen_random_uuid(), gen_random_uuid(), '%s', '%s', 1, 1, 'complete', 'r-' || n,
                    jsonb_build_object('age', n, 'why', repeat('z', 1000)), now() - n / 10 * interval '1 second'
                from generate_series(1, %d) as n"""
                        .formatted(survey.tenant().workspace(), survey.questionnaire(), count);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        return survey;
    }

    private Socket request(Surveys.Survey survey, String path) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer "
                                + survey.tenant().secret() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The whole lines among the first bytes of a body, whose reader then breaks the connection. */
    private List<String> brokenOff(Surveys.Survey survey, String path, int bytes) throws IOException {
        try (Socket socket = request(survey, path)) {
            String head = new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
            String body = head.substring(head.indexOf("\r\n\r\n") + 4);
            return body.substring(0, body.lastIndexOf('\n')).lines().toList();
        }
    }

    private byte[] get(Surveys.Survey survey, String file) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        service.resolve("/v1/questionnaires/" + survey.questionnaire() + "/responses." + file))
                .header("Authorization", "Bearer " + survey.tenant().secret())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<List<String>> csv(Surveys.Survey survey, String parameters) {
        try {
            return rows(new String(get(survey, "csv?" + parameters), StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> rows(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(record -> record.getFields())
                .toList();
    }

    private List<String> cells(Surveys.Survey survey, String parameters, String... names) {
        List<List<String>> rows = csv(survey, parameters);
        return Stream.of(names)
                .map(name -> rows.get(1).get(rows.get(0).indexOf(name)))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
