package io.earshot.questionnaire.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExchangeResourceTest {
    private static final String CONTENT =
            """
            {"name":"tiny","title":"Tiny","defaultLanguage":"en","pages":[{"name":"p1","elements":[\
            {"type":"number","name":"size","text":"How big?"}]}]}""";

    private static final String IN_TWO_LANGUAGES =
            """
            {"name":"two","title":{"en":"Two","fr":"Deux"},"defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"single_choice","name":"which_one","text":{"en":"Which one?","fr":"Lequel ?"},"options":[
                {"code":1,"text":{"en":"This","fr":"Celui-ci"}},{"code":2,"text":{"en":"That","fr":"Celui-là"}}]}]}]}""";

    @Inject
    Workspaces workspaces;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ObjectMapper json;

    private Workspaces.Tenant tenant;

    @BeforeEach
    void aWorkspace() {
        tenant = workspaces.create();
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThatThereAre() {
        call().body(new byte[] {1})
                .post("/v1/questionnaires/import?format=word")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-format"));
        read().get("/v1/questionnaires/" + questionnaire() + "/draft/export?format=word")
                .then()
                .statusCode(400)
                .body("detail", containsString("json"));
    }

    @Test
    void theDraftAndAVersionAreGivenAsTheirOwnJson() {
        UUID id = questionnaire();
        questionnaires.publish(tenant.workspace(), id);

        read().get("/v1/questionnaires/" + id + "/draft/export?format=json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"tiny-draft.json\""))
                .body("pages[0].elements[0].name", equalTo("size"));
        read().get("/v1/questionnaires/" + id + "/versions/1/export?format=json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"tiny-v1.json\""))
                .body("name", equalTo("tiny"));
        read().get("/v1/questionnaires/" + id + "/versions/2/export?format=json")
                .then()
                .statusCode(404);
    }

    @Test
    void aFileBecomesADraftWithItsFindingsAndWhatCouldNotBeCarried() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/exchange/all-types.lss"));

        ValidatableResponse answer = call().body(file)
                .post("/v1/questionnaires/import?format=limesurvey")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/questionnaires/"))
                .body("name", equalTo("All types"))
                .body("counts.questions.in", equalTo(27))
                .body("counts.questions.out", equalTo(26))
                .body("counts.questions.notCarried", equalTo(1))
                .body("notCarried.what", hasItem("qI (type I)"))
                .body("findings.findAll { it.severity == 'error' }", hasSize(0));

        String draft = "/v1/questionnaires/" + answer.extract().path("id") + "/draft";
        read().get(draft).then().statusCode(200).body("pages[1].elements.name", hasItem("qN"));
        byte[] workbook = read().get(draft + "/export?format=xlsform")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"all-types-draft.xlsx\""))
                .extract()
                .asByteArray();
        String again = call().body(workbook)
                .post("/v1/questionnaires/import?format=xlsform&name=Again")
                .then()
                .statusCode(201)
                .body("name", equalTo("Again"))
                .body("notCarried", hasSize(0))
                .extract()
                .path("id");
        assertThat(json.readTree(
                        read().get("/v1/questionnaires/" + again + "/draft").asString()))
                .isEqualTo(json.readTree(read().get(draft).asString()));
    }

    @Test
    void aFileOfAnotherFormatIsRefusedWithWhatWasExpected() {
        call().body("name,age".getBytes(UTF_8))
                .post("/v1/questionnaires/import?format=xlsform")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-of-this-format"))
                .body("detail", containsString("sheet named survey"));
    }

    @Test
    void aSurveyJsFileBecomesADraft() {
        imported(
                        "surveyjs",
                        """
                        {"title":"Coffee","pages":[{"name":"one","elements":[
                          {"type":"radiogroup","name":"how-often","title":"How often?","choices":["daily","weekly"]},
                          {"type":"signaturepad","name":"signed"}]}]}""")
                .body("name", equalTo("Coffee"))
                .body("counts.questions.in", equalTo(2))
                .body("counts.questions.out", equalTo(1))
                .body("notCarried.what", hasItem(containsString("signed")));
    }

    @Test
    void aQualtricsFileBecomesADraft() {
        imported(
                        "qualtrics",
                        """
                        {"SurveyEntry":{"SurveyID":"SV_1","SurveyName":"Coffee","SurveyLanguage":"EN"},"SurveyElements":[
                          {"SurveyID":"SV_1","Element":"BL","Payload":[
                            {"Type":"Default","ID":"BL_1","Description":"Default",
                             "BlockElements":[{"Type":"Question","QuestionID":"QID1"}]}]},
                          {"SurveyID":"SV_1","Element":"FL","Payload":
                            {"FlowID":"FL_1","Type":"Root","Flow":[{"Type":"Block","ID":"BL_1","FlowID":"FL_2"}]}},
                          {"SurveyID":"SV_1","Element":"SQ","PrimaryAttribute":"QID1","Payload":
                            {"QuestionID":"QID1","QuestionText":"How often?","DataExportTag":"often","QuestionType":"MC",
                             "Selector":"SAVR","SubSelector":"TX","Choices":{"1":{"Display":"Daily"},"2":{"Display":"Weekly"}},
                             "ChoiceOrder":["1","2"]}}]}""")
                .body("name", equalTo("Coffee"))
                .body("counts.questions.in", equalTo(1))
                .body("counts.questions.out", equalTo(1));
    }

    @Test
    void aFormbricksFileBecomesADraft() {
        imported(
                        "formbricks",
                        """
                        {"name":"Coffee","questions":[
                          {"id":"often","type":"multipleChoiceSingle","headline":{"default":"How often?"},"required":true,
                           "choices":[{"id":"a","label":{"default":"Daily"}},{"id":"b","label":{"default":"Weekly"}}]},
                          {"id":"call","type":"cal","headline":{"default":"Book a call"}}]}""")
                .body("name", equalTo("Coffee"))
                .body("counts.questions.in", equalTo(2))
                .body("counts.questions.out", equalTo(1))
                .body("notCarried.what", hasItem(containsString("call")));
    }

    @Test
    void aPaperFormIsInTheLanguageAndOnTheSheetAndWithTheCodesThatWereAskedFor() {
        String draft = "/v1/questionnaires/" + questionnaire(IN_TWO_LANGUAGES) + "/draft/export?format=paper";

        call().get(draft)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Disposition", equalTo("attachment; filename=\"two-draft.html\""))
                .body(containsString("Which one?"))
                .body(containsString("size: A4"))
                .body(not(containsString("which_one")));
        call().get(draft + "&language=fr&paper=letter&codes=true")
                .then()
                .statusCode(200)
                .body(containsString("Lequel ?"))
                .body(not(containsString("Which one?")))
                .body(containsString("size: letter"))
                .body(containsString("which_one"));
    }

    @Test
    void aWishThatAFormatCanNotHaveIsRefused() {
        String draft = "/v1/questionnaires/" + questionnaire() + "/draft/export?format=paper";

        call().get(draft + "&language=the+French+one")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-a-language"));
        call().get(draft + "&paper=a5").then().statusCode(400).body("errors[0].code", equalTo("not-a-paper"));
    }

    @Test
    void aVersionIsGivenAsADdiCodebook() {
        UUID id = questionnaire(IN_TWO_LANGUAGES);
        questionnaires.publish(tenant.workspace(), id);

        String codebook = call().get("/v1/questionnaires/" + id + "/versions/1/export?format=ddi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/xml"))
                .header("Content-Disposition", equalTo("attachment; filename=\"two-v1.xml\""))
                .extract()
                .asString();
        XmlPath xml = new XmlPath(codebook);
        assertThat(xml.getString("codeBook.dataDscr.var.@name")).isEqualTo("which_one");
        assertThat(xml.getList("codeBook.dataDscr.var.catgry.catValu", String.class))
                .contains("1", "2");
    }

    private ValidatableResponse imported(String format, String file) {
        return call().body(file.getBytes(UTF_8))
                .post("/v1/questionnaires/import?format=" + format)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/questionnaires/"))
                .body("findings.findAll { it.severity == 'error' }", hasSize(0));
    }

    private UUID questionnaire() {
        return questionnaire(CONTENT);
    }

    private UUID questionnaire(String content) {
        try {
            return questionnaires.create(tenant.workspace(), "Tiny", json.readTree(content));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestSpecification call() {
        return given().auth().oauth2(tenant.secret()).contentType("application/octet-stream");
    }

    private RequestSpecification read() {
        return given().auth().oauth2(tenant.secret());
    }
}
