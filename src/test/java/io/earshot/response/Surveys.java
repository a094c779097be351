package io.earshot.response;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Makes questionnaires for the tests of this package and speaks to the service as an app and as a program do. */
@ApplicationScoped
class Surveys {
    private static final String CHECKOUT =
            """
            {"name":"checkout","title":"Your checkout","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"How likely are you to recommend us?","required":true},
              {"type":"multiple_choice","name":"reasons","text":"Why?","options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"},
                {"code":"other","text":"Other","openText":true}]},
              {"type":"single_choice","name":"plan","text":"Your plan","options":[
                {"code":1,"text":"Free"},{"code":2,"text":"Paid"}]},
              {"type":"number","name":"age","text":"Your age","min":0,"max":120},
              {"type":"text","name":"why","text":"What should we change?","maxLength":100}]}]}""";

    private final Workspaces workspaces;
    private final Questionnaires questionnaires;

    Surveys(Workspaces workspaces, Questionnaires questionnaires) {
        this.workspaces = workspaces;
        this.questionnaires = questionnaires;
    }

    /** A workspace with one published questionnaire. */
    record Survey(Workspaces.Tenant tenant, UUID questionnaire, int version) {
        /** What an app sends; {@code answers} with single quotes, which become double ones. */
        String body(int sequence, String status, String answers) {
            return body("r-1", sequence, status, answers, "{}");
        }

        String body(String respondent, int sequence, String status, String answers, String context) {
            return json(
                    """
                    {'respondent':'%s','questionnaire':{'id':'%s','version':%d},'sequence':%d,'status':'%s','language':'en',
                     'answers':%s,'context':%s}"""
                            .formatted(respondent, questionnaire, version, sequence, status, answers, context));
        }

        ValidatableResponse put(UUID id, String body) {
            return app().body(body).put("/v1/client/responses/" + id).then();
        }

        RequestSpecification app() {
            return given().auth().oauth2(tenant.publishable()).contentType("application/json");
        }

        RequestSpecification program() {
            return given().auth().oauth2(tenant.secret());
        }

        ValidatableResponse importCsv(String csv) {
            return program()
                    .contentType("text/csv; charset=utf-8")
                    .body(csv)
                    .post("/v1/questionnaires/" + questionnaire + "/responses/import")
                    .then();
        }

        List<StoredAnswer> stored() {
            return program()
                    .get("/v1/responses?limit=1000&questionnaire=" + questionnaire)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items", StoredAnswer.class);
        }
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    Survey checkout() {
        return in(workspaces.create(), CHECKOUT);
    }

    /** A further version of the same questionnaire. */
    Survey again(Survey survey) {
        int version = questionnaires.publish(survey.tenant().workspace(), survey.questionnaire());
        return new Survey(survey.tenant(), survey.questionnaire(), version);
    }

    /** Another questionnaire of the same workspace. */
    Survey besides(Survey survey) {
        return in(survey.tenant(), CHECKOUT);
    }

    Survey of(String content) {
        return in(workspaces.create(), content);
    }

    String token(Survey survey, String role) {
        return workspaces.token(survey.tenant().workspace(), role);
    }

    private Survey in(Workspaces.Tenant tenant, String content) {
        try {
            UUID id = questionnaires.create(tenant.workspace(), "tested", new ObjectMapper().readTree(content));
            return new Survey(tenant, id, questionnaires.publish(tenant.workspace(), id));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(content, e);
        }
    }
}
