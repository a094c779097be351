package io.earshot.questionnaire.exchange.formbricks;

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

/** Formbricks surveys in both forms, written from its public documentation and types. */
class FormbricksImporterTest {
    private final FormbricksImporter importer = new FormbricksImporter();

    @Test
    void everyKindOfElementIsCarriedOrListed() {
        Imported imported = read(importer, "formbricks/blocks.json");

        assertThat(questions(imported).in()).isEqualTo(17);
        assertThat(imported.notCarried()).extracting(NotCarried::what).contains("cal book", "consent ok");
        assertThat(elements(imported))
                .extracting(e -> e.path("type").asText())
                .contains(
                        "statement",
                        "nps",
                        "single_choice",
                        "multiple_choice",
                        "rating",
                        "matrix_choice",
                        "ranking",
                        "text",
                        "number",
                        "date",
                        "file",
                        "consent",
                        "contact",
                        "link");
    }

    @Test
    void groupsOfConditionsBecomeJumpsAndDemands() {
        Imported imported = read(importer, "formbricks/blocks.json");
        String when = json("{'and':[{'<=':[{'var':'nps'},6]},{'or':[{'==':[{'var':'role'},'dev']},"
                + "{'==':[{'substr':[{'var':'plan'},0,3]},'pro']}]}]}");

        assertThat(imported.content().at("/pages/1/goTo/if/0").toString()).isEqualTo(when);
        assertThat(imported.content().at("/pages/1/goTo/if/1").asText()).isEqualTo("Why");
        assertThat(element(imported, "why").path("requiredIf").toString()).isEqualTo(when);
        assertThat(imported.content().at("/pages/2/goTo").asText()).isEqualTo("You");
    }

    @Test
    void calculationsFollowEachOther() {
        Imported imported = read(importer, "formbricks/blocks.json");

        // (10 + 5 if the first rule holds) * 2 if the second does.
        assertThat(imported.content().at("/computed/0/compute/*/0/+/0").asInt()).isEqualTo(10);
        assertThat(imported.content().at("/computed/0/compute/*/1").toString())
                .isEqualTo(json("{'if':[{'or':[{'in':['a',{'var':'tools'}]},{'in':['b',{'var':'tools'}]}]},2,1]}"));
        assertThat(imported.content().at("/computed/1/type").asText()).isEqualTo("text");
    }

    @Test
    void recallsBecomePipesWithTheirFallback() {
        Imported imported = read(importer, "formbricks/blocks.json");

        assertThat(element(imported, "why").path("text").asText()).isEqualTo("Why did you give {{nps|that score}}?");
        assertThat(imported.content().at("/endings/0/text/en-US").asText())
                .isEqualTo("Thanks, friend!\n\nYou have {{points|0}} points.");
    }

    @Test
    void olderFilesWithQuestionsAreReadToo() {
        Imported imported = read(importer, "formbricks/questions.json");

        assertThat(imported.content().at("/pages/0/goTo").toString())
                .isEqualTo(json("{'if':[{'==':[{'var':'q1'},'c2']},'q3',null]}"));
        assertThat(imported.content().at("/pages/2/goTo").toString())
                .isEqualTo(json("{'if':[{'==':[{'var':'q3'},null]},'q5','q4']}"));
        assertThat(element(imported, "q5").path("rows").toString())
                .isEqualTo(json("[{'name':'q5_1','text':'Speed'},{'name':'q5_2','text':'Price'}]"));
        assertThat(imported.content().at("/endings/0/text").asText()).isEqualTo("Bye");
    }

    @Test
    void anOddFileGivesAListAndNoFailure() {
        Imported imported = read(importer, "formbricks/odd.json");

        assertThat(imported.notCarried()).extracting(NotCarried::what).contains("quantum x", "surprise: [1]");
        assertThat(elements(imported)).extracting(e -> e.path("name").asText()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoSurveyIsRefused() {
        assertThatThrownBy(() -> importer.read("{\"data\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("there are neither questions nor blocks");
    }

    @Test
    void anEndingThatAJumpLeadsToHasTheJumpsCondition() {
        String survey =
                json("{'name':'x','questions':[{'id':'q1','type':'nps','headline':{'default':'?'},'required':true,"
                        + "'logic':[{'conditions':{'connector':'and','conditions':[{'leftOperand':{'type':'question','value':'q1'},"
                        + "'operator':'isLessThan','rightOperand':{'type':'static','value':7}}]},"
                        + "'actions':[{'objective':'jumpToQuestion','target':'sorry'}]}]}],"
                        + "'endings':[{'id':'thanks','type':'endScreen','headline':{'default':'Thanks'}},"
                        + "{'id':'sorry','type':'endScreen','headline':{'default':'Sorry'}}]}");

        Imported imported = importer.read(survey.getBytes(StandardCharsets.UTF_8));

        assertThat(imported.content().path("endings").toString())
                .isEqualTo(json("[{'name':'ending_2','text':'Sorry','if':{'<':[{'var':'q1'},7]}},"
                        + "{'name':'ending_1','text':'Thanks'}]"));
    }
}
