package io.earshot.questionnaire.exchange.surveyjs;

import static io.earshot.questionnaire.exchange.ImportFiles.element;
import static io.earshot.questionnaire.exchange.ImportFiles.elements;
import static io.earshot.questionnaire.exchange.ImportFiles.json;
import static io.earshot.questionnaire.exchange.ImportFiles.questions;
import static io.earshot.questionnaire.exchange.ImportFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.NotCarried;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** SurveyJS files, written from the library's public documentation. */
class SurveyJsImporterTest {
    private final SurveyJsImporter importer = new SurveyJsImporter();

    @Test
    void everyKindOfQuestionIsCarriedOrListed() {
        Imported imported = read(importer, "surveyjs/kinds.json");

        assertThat(questions(imported).in()).isEqualTo(32);
        assertThat(imported.notCarried())
                .extracting(NotCarried::what)
                .contains("matrixdynamic books", "paneldynamic children", "signaturepad sign");
        assertThat(elements(imported))
                .extracting(e -> e.path("type").asText())
                .contains(
                        "statement",
                        "single_choice",
                        "multiple_choice",
                        "yes_no",
                        "nps",
                        "rating",
                        "likert",
                        "matrix_choice",
                        "ranking",
                        "slider",
                        "number",
                        "text",
                        "date",
                        "time",
                        "file");
    }

    @Test
    void textsKeepTheirLanguagesAndHtmlBecomesMarkdown() {
        Imported imported = read(importer, "surveyjs/kinds.json");

        assertThat(element(imported, "how_often").path("text").toString())
                .isEqualTo(json("{'en':'How often do you come?','de':'Wie oft kommen Sie?'}"));
        assertThat(element(imported, "note").path("text").asText()).isEqualTo("See our [site](https://example.org).");
        assertThat(imported.content().at("/endings/0/text/de").asText()).isEqualTo("Danke!");
    }

    @Test
    void limitsAndSpecialChoicesAreCarried() {
        Imported imported = read(importer, "surveyjs/kinds.json");

        assertThat(element(imported, "how_often").path("options").get(4).toString())
                .isEqualTo(json("{'code':'other','text':'Something else','pinned':true,'openText':true}"));
        assertThat(element(imported, "used").path("max").asInt()).isEqualTo(3);
        assertThat(element(imported, "zip").path("pattern").asText()).isEqualTo("[0-9]{5}");
        assertThat(element(imported, "warmth").toString())
                .isEqualTo(json("{'type':'slider','name':'warmth','text':'warmth','min':10,'max':30,'step':5}"));
    }

    @Test
    void expressionsBecomeJsonLogic() {
        Imported imported = read(importer, "surveyjs/logic.json");

        assertThat(imported.content().at("/pages/1/visibleIf").toString())
                .isEqualTo(
                        json(
                                "{'and':[{'!':[{'==':[{'var':'plan'},'free']}]},{'or':[{'>=':[{'var':'count'},2]},{'in':['a',{'var':'with'}]}]}]}"));
        assertThat(element(imported, "v2").path("visibleIf").toString())
                .isEqualTo(json("{'!':[{'==':[{'var':'member'},'yes']}]}"));
        assertThat(element(imported, "v3").path("visibleIf").toString())
                .isEqualTo(json("{'in':[{'var':'plan'},['pro','team_plan']]}"));
        assertThat(element(imported, "v6").path("visibleIf").toString())
                .isEqualTo(json("{'<':[{'/':[{'+':[{'var':'price'},1]},2]},{'-':[{'var':'count'},{'-':[1]}]}]}"));
        assertThat(element(imported, "v9").path("visibleIf").path("and").get(0).toString())
                .isEqualTo(json("{'==':[{'var':'plan'},'pro']}"));
    }

    @Test
    void valuesTriggersEndingsAndBracesAreCarried() {
        Imported imported = read(importer, "surveyjs/logic.json");

        assertThat(imported.content().at("/computed/0").toString())
                .isEqualTo(
                        json(
                                "{'name':'total','type':'number','compute':{'+':[{'*':[{'var':'price'},{'var':'count'}]},5]}}"));
        assertThat(imported.content().at("/pages/0/goTo").toString())
                .isEqualTo(
                        json(
                                "{'if':[{'==':[{'var':'plan'},'free']},'last',{'if':[{'==':[{'var':'consent'},'no']},'end',null]}]}"));
        assertThat(imported.content().at("/endings/0/if").toString()).isEqualTo(json("{'>':[{'var':'total'},100]}"));
        assertThat(element(imported, "end").path("text").asText()).isEqualTo("Anything else about {{plan}}, {nobody}?");
    }

    @Test
    void whatCanNotBeSaidIsListedAndNotGuessed() {
        Imported imported = read(importer, "surveyjs/logic.json");

        assertThat(element(imported, "v7").has("visibleIf")).isFalse();
        assertThat(imported.notCarried())
                .extracting(NotCarried::what)
                .contains("visibleIf: {elsewhere} = 1", "visibleIf: today() > {born}", "old = age({born})", "{nobody}");
    }

    @Test
    void aHostileFileGivesAListAndNoFailure() {
        Imported imported = read(importer, "surveyjs/odd.json");

        assertThat(imported.notCarried()).extracting(NotCarried::what).contains("hologram h", "typeless");
        assertThat(elements(imported))
                .extracting(e -> e.path("name").asText())
                .doesNotHaveDuplicates()
                .contains("q_1st_choice", "id_2", "ID_3");
        assertThat(imported.content().toString()).doesNotContain("<script>", "\\u0000");
    }

    @Test
    void whatIsNoSurveyIsRefused() {
        assertThatThrownBy(() -> importer.read("[1]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Expected a SurveyJS survey");
        assertThatThrownBy(() -> importer.read("{\"a\":".repeat(5000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("too complex");
    }
}
