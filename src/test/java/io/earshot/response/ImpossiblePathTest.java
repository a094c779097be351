package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.earshot.dataset.Missing;
import io.earshot.dataset.ResponseDataset;
import io.earshot.questionnaire.Questionnaires;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the questionnaire's flow means to responses that arrive. */
@QuarkusTest
class ImpossiblePathTest {
    private static final String BRANCHING =
            """
            {"name":"branching","title":"Branching","defaultLanguage":"en",
             "scores":[{"name":"ease","method":"mean","items":["E1",{"variable":"E2","reversed":true}],"minAnswered":1,
                        "rescale":{"from":[1,5],"to":[0,100]}}],
             "computed":[{"name":"kind","type":"text","compute":{"if":[{"<=":[{"var":"nps"},6]},"detractor","other"]}},
                         {"name":"tier","type":"text","compute":{"cat":["tier-",{"var":"traits.tier"}]}}],
             "pages":[
              {"name":"p1","elements":[{"type":"nps","name":"nps","text":"?","required":true},
                {"type":"multiple_choice","name":"owns","text":"?","options":[{"code":"car","text":"Car"},{"code":"bike","text":"Bike"}]}],
               "goTo":{"if":[{">=":[{"var":"nps"},9]},"p3"]}},
              {"name":"p2","elements":[{"type":"text","name":"why","text":"?","required":true}]},
              {"name":"p3","elements":[
                {"type":"single_choice","name":"best","text":"?","options":[
                  {"code":"car","text":"Car","visibleIf":{"in":["car",{"var":"owns"}]}},
                  {"code":"bike","text":"Bike","visibleIf":{"in":["bike",{"var":"owns"}]}}]},
                {"type":"likert","name":"easy","text":"?","scale":[{"code":1,"text":"1"},{"code":2,"text":"2"},{"code":3,"text":"3"},
                  {"code":4,"text":"4"},{"code":5,"text":"5"}],"rows":[{"name":"E1","text":"a"},{"name":"E2","text":"b"}]},
                {"type":"number","name":"seats","text":"?","required":true,"visibleIf":{"==":[{"var":"traits.plan"},"pro"]}}]}]}""";

    @Inject
    Surveys surveys;

    @Inject
    ResponseDataset dataset;

    @Inject
    Questionnaires questionnaires;

    @Test
    void anAnswerToAPageThatWasJumpedOverIsRefusedAndKeptInQuarantine() {
        var survey = surveys.of(BRANCHING);

        survey.put(Surveys.newId(), survey.body(1, "partial", "{'nps':9,'why':'Hm'}"))
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-answers"))
                .body("errors.pointer", contains("/answers/why"))
                .body("errors.code", contains("not-asked"));

        survey.program()
                .get("/v1/quarantine")
                .then()
                .body("items", hasSize(1))
                .body("items[0].faults.code", contains("not-asked"));
        assertThat(survey.stored()).isEmpty();
    }

    @Test
    void anOptionThatWasHiddenIsRefused() {
        var survey = surveys.of(BRANCHING);

        survey.put(Surveys.newId(), survey.body(1, "complete", "{'nps':9,'owns':['car'],'best':'bike'}"))
                .statusCode(422)
                .body("errors.pointer", contains("/answers/best"))
                .body("errors.code", contains("option-not-shown"));
    }

    @Test
    void whatThePathLeadsThroughIsDemandedAndNothingElse() {
        var survey = surveys.of(BRANCHING);

        survey.put(Surveys.newId(), survey.body(1, "complete", "{'nps':6}"))
                .statusCode(422)
                .body("errors.pointer", contains("/answers/why"));
        survey.put(Surveys.newId(), survey.body(1, "complete", "{'nps':9}")).statusCode(201);
    }

    @Test
    void whatATraitDecidesIsNeitherDemandedNorRefused() {
        var survey = surveys.of(BRANCHING);

        survey.put(Surveys.newId(), survey.body(1, "complete", "{'nps':9,'seats':3}"))
                .statusCode(201);
    }

    @Test
    void scoresAndComputedValuesAreTheServicesOwn() {
        var survey = surveys.of(BRANCHING);

        survey.put(
                        Surveys.newId(),
                        survey.body(
                                1, "complete", "{'nps':9,'E1':4,'E2':1,'ease':3,'kind':'nonsense','tier':'tier-gold'}"))
                .statusCode(201);

        // (4 + (1 + 5 - 1)) / 2 = 4.5, and (4.5 - 1) / 4 = 0.875 of the way. Traits are not known, so tier is taken as
        // it came.
        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(stored.answers())
                .isEqualTo(Map.of("nps", 9, "E1", 4, "E2", 1, "ease", 87.5, "kind", "other", "tier", "tier-gold")));
    }

    @Test
    void aRowOfAFileIsHeldAgainstTheFlowAndScoredToo() {
        var survey = surveys.of(BRANCHING);

        survey.importCsv("nps,why,E1,E2\n9,,5,1\n9,Hm,5,1\n")
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1));

        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(stored.answers())
                .containsEntry("ease", 100)
                .containsEntry("kind", "other"));
    }

    @Test
    void dataTellWhatWasNotAskedFromWhatWasNotAnswered() {
        var survey = surveys.of(BRANCHING);
        survey.put(Surveys.newId(), survey.body(1, "complete", "{'nps':9}")).statusCode(201);
        UUID workspace = survey.tenant().workspace();

        var read = dataset.read(
                new ResponseDataset.Selection(workspace, survey.questionnaire(), 1, 1, List.of("complete")),
                questionnaires.version(workspace, survey.questionnaire(), 1).content(),
                part -> {});

        var columns = read.extract().answers();
        assertThat(columns.column("why").missing(0)).contains(Missing.NOT_ASKED);
        assertThat(columns.column("best").missing(0)).contains(Missing.NOT_ASKED);
        assertThat(columns.column("E1").missing(0)).contains(Missing.NO_ANSWER);
        assertThat(columns.column("seats").missing(0)).contains(Missing.NO_ANSWER);
    }
}
