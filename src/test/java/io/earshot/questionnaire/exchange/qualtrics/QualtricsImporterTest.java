package io.earshot.questionnaire.exchange.qualtrics;

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

/** .qsf files, written from what is publicly known of the format. */
class QualtricsImporterTest {
    private final QualtricsImporter importer = new QualtricsImporter();

    @Test
    void everyKindOfQuestionIsCarriedOrListed() {
        Imported imported = read(importer, "qualtrics/kinds.qsf");

        assertThat(questions(imported).in()).isEqualTo(28);
        assertThat(questions(imported).notCarried()).isEqualTo(7);
        assertThat(imported.notCarried())
                .extracting(NotCarried::where)
                .contains("SQ QID22", "SQ QID23", "SQ QID24", "SQ QID25", "SQ QID26", "SQ QID27", "SQ QID28");
        assertThat(elements(imported))
                .extracting(e -> e.path("type").asText())
                .contains(
                        "statement",
                        "single_choice",
                        "multiple_choice",
                        "nps",
                        "rating",
                        "likert",
                        "matrix_choice",
                        "ranking",
                        "constant_sum",
                        "max_diff",
                        "slider",
                        "number",
                        "text",
                        "file");
    }

    @Test
    void recodedValuesAreTheCodesAndTranslationsAreKept() {
        Imported imported = read(importer, "qualtrics/kinds.qsf");

        assertThat(element(imported, "Q1").path("options").get(0).toString())
                .isEqualTo(json("{'code':7,'text':{'en':'Every day','de':'Täglich'}}"));
        assertThat(element(imported, "Q1").path("text").path("en").asText())
                .isEqualTo("How often do you **bake**?\nThink of last month.");
        assertThat(element(imported, "Q1").path("options").get(2).path("pinned").asBoolean())
                .isTrue();
    }

    @Test
    void exportTagsNameTheRowsOfAMatrix() {
        Imported imported = read(importer, "qualtrics/kinds.qsf");

        assertThat(element(imported, "Q10").path("rows").toString())
                .isEqualTo(json("[{'name':'good','text':'Bread is good'},{'name':'cheap','text':'Bread is cheap'}]"));
        assertThat(element(imported, "Q10").path("scale").get(0).toString())
                .isEqualTo(json("{'code':-1,'text':'Disagree'}"));
    }

    @Test
    void validationGivesLimitsAndFormats() {
        Imported imported = read(importer, "qualtrics/kinds.qsf");

        assertThat(element(imported, "Q7").toString())
                .isEqualTo(json(
                        "{'type':'number','name':'Q7','text':'Your age','required':true,'min':18,'max':99,'step':1}"));
        assertThat(element(imported, "Q6").path("format").asText()).isEqualTo("email");
        assertThat(element(imported, "Q2").path("max").asInt()).isEqualTo(2);
        assertThat(element(imported, "Q17").path("total").asInt()).isEqualTo(100);
    }

    @Test
    void theFlowBecomesPagesWithConditionsAndJumps() {
        Imported imported = read(importer, "qualtrics/flow.qsf");

        assertThat(imported.content().path("pages"))
                .extracting(page -> page.path("name").asText())
                .containsExactly("Consent", "Pets", "Pets_2", "Pets_3", "Version_A", "Version_B", "page_end");
        assertThat(imported.content().at("/pages/0/goTo").toString())
                .isEqualTo(json("{'if':[{'==':[{'var':'Q1'},2]},'end',null]}"));
        assertThat(imported.content().at("/pages/1/visibleIf").toString()).isEqualTo(json("{'==':[{'var':'Q1'},1]}"));
        assertThat(imported.content().at("/pages/1/goTo").toString())
                .isEqualTo(json("{'if':[{'in':[3,{'var':'Q2'}]},'Pets_3',null]}"));
        assertThat(imported.content().path("shuffle").asText()).isEqualTo("pages");
        assertThat(imported.content().path("pages"))
                .filteredOn(page -> !page.path("pinned").asBoolean()
                        && !page.path("name").asText().startsWith("Pets_"))
                .extracting(page -> page.path("name").asText())
                .containsExactly("Version_A", "Version_B");
    }

    @Test
    void anEndInABranchAsksNothingMoreOfThoseInIt() {
        Imported imported = read(importer, "qualtrics/flow.qsf");

        assertThat(imported.content().at("/pages/6/visibleIf").toString())
                .isEqualTo(json("{'!':[{'==':[{'var':'source'},'blocked']}]}"));
    }

    @Test
    void displayLogicDataQuotasScoresAndPipedTextAreCarried() {
        Imported imported = read(importer, "qualtrics/flow.qsf");

        assertThat(element(imported, "Q5").path("visibleIf").toString())
                .isEqualTo(json("{'and':[{'==':[{'var':'Q4_2'},3]},{'>':[{'var':'Q3'},5]}]}"));
        assertThat(element(imported, "Q3").path("text").asText()).isEqualTo("How old is your {{Q2}}, {{first_name}}?");
        assertThat(imported.content().path("quotas").toString())
                .isEqualTo(json("[{'name':'Dog_owners','if':{'in':[1,{'var':'Q2'}]},'limit':200}]"));
        assertThat(imported.content().path("hidden"))
                .extracting(one -> one.path("name").asText())
                .containsExactly("first_name", "source");
        assertThat(imported.content().path("computed"))
                .extracting(one -> one.path("name").asText())
                .containsExactly("wave", "group", "Wellbeing");
    }

    @Test
    void aBrokenFileGivesAListAndNoFailure() {
        Imported imported = read(importer, "qualtrics/odd.qsf");

        assertThat(imported.notCarried())
                .extracting(NotCarried::what)
                .contains("BL_gone", "Unheard", "HOLO X Q3", "QID_none");
        assertThat(imported.content().toString()).doesNotContain("<table", "<script", "\\u0001");
    }

    @Test
    void whatIsNoSurveyIsRefused() {
        assertThatThrownBy(() -> importer.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("there are no questions and no blocks");
    }
}
