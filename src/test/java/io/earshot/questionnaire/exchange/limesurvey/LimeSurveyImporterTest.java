package io.earshot.questionnaire.exchange.limesurvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.NotCarried;
import io.earshot.questionnaire.exchange.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimeSurveyImporterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A survey of our own with one question of each of LimeSurvey's 29 types, in English and German. */
    private static final Path ALL_TYPES = Path.of("src/test/resources/exchange/all-types.lss");

    @ParameterizedTest
    @CsvSource({
        "qY, yes_no",
        "qM, multiple_choice",
        "qN, number",
        "q1, likert",
        "q5, rating",
        "qA, likert",
        "qB, likert",
        "qC, matrix_choice",
        "qD, date",
        "qE, likert",
        "qF, likert",
        "qG, single_choice",
        "qH, likert",
        "qK, statement",
        "qK_SQ1, number",
        "qL, single_choice",
        "qO, single_choice",
        "qO_comment, text",
        "qP, multiple_choice",
        "qQ, statement",
        "qQ_SQ2, text",
        "qR, ranking",
        "qS, text",
        "qT, text",
        "qU, text",
        "qX, statement",
        "qDrop, single_choice",
        "qNum_SQ1_C2, number",
        "qTex_SQ2_C1, text",
        "qFile, file"
    })
    void everyTypeBecomesTheNearestOfOurs(String name, String type) throws IOException {
        assertThat(element(read(), name).path("type").asText()).isEqualTo(type);
    }

    @Test
    void noQuestionIsLost() throws IOException {
        Imported read = read();

        assertThat(read.counts())
                .containsEntry("questions", new Tally(27, 26, 1))
                .containsEntry("texts", new Tally(1, 1, 0))
                .containsEntry("equations", new Tally(1, 1, 0))
                .containsEntry("quotas", new Tally(1, 1, 0));
        assertThat(read.notCarried()).extracting(NotCarried::what).contains("qI (type I)", "qT: time_limit 60");
        assertThat(read.content().path("computed"))
                .isEqualTo(json(
                        """
                [{"name":"qCalc","type":"number","compute":{"*":[{"var":"qN"},2]}}]"""));
    }

    @Test
    void htmlIsMarkdownAndEveryLanguageIsKept() throws IOException {
        Imported read = read();

        assertThat(element(read, "qN").path("text"))
                .isEqualTo(json("""
                {"en":"Question **N**","de":"Frage **N**"}"""));
        assertThat(read.content().path("title"))
                .isEqualTo(json("""
                {"en":"All types","de":"Alle Arten"}"""));
        assertThat(read.content().at("/pages/0/elements/0/text/de").asText()).isEqualTo("Willkommen");
        assertThat(read.content().at("/endings/1/text/en").asText()).isEqualTo("Bye {{qS}}");
    }

    @Test
    void relevanceAndOldConditionsSayWhenSomethingIsShown() throws IOException {
        Imported read = read();

        JsonNode isYes = json("""
                {"==":[{"var":"qY"},"yes"]}""");
        assertThat(element(read, "qT").path("visibleIf")).isEqualTo(isYes);
        assertThat(element(read, "qNum_SQ1_C1").path("visibleIf")).isEqualTo(isYes);
        assertThat(read.content().at("/pages/2/visibleIf")).isEqualTo(isYes);
        assertThat(element(read, "qU").path("visibleIf"))
                .isEqualTo(
                        json("""
                {"and":[{"!":[{"missing":["qN"]}]},{"in":["SQ1",{"var":"qM"}]}]}"""));
    }

    @Test
    void attributesBecomeMembers() throws IOException {
        Imported read = read();

        assertThat(element(read, "qL").path("required").asBoolean()).isTrue();
        assertThat(element(read, "qL").at("/options/3"))
                .isEqualTo(json("""
                {"code":"other","text":"Other","openText":true,"pinned":true}"""));
        assertThat(element(read, "qM").at("/options/1/exclusive").asBoolean()).isTrue();
        assertThat(element(read, "qM").path("max").asInt()).isEqualTo(2);
        JsonNode number = element(read, "qN");
        assertThat(number.path("min").asInt()).isEqualTo(1);
        assertThat(number.path("max").asInt()).isEqualTo(9);
        assertThat(number.path("step").asInt()).isEqualTo(1);
        assertThat(number.path("unit").asText()).isEqualTo("kg");
        assertThat(element(read, "qF").path("shuffle").asText()).isEqualTo("options");
        assertThat(element(read, "qF").at("/rows/0/visibleIf"))
                .isEqualTo(json("""
                {"in":["SQ1",{"var":"qM"}]}"""));
        assertThat(element(read, "qR").path("top").asInt()).isEqualTo(2);
        assertThat(element(read, "qS").path("pattern").asText()).isEqualTo("[a-z]+");
        assertThat(element(read, "qFile"))
                .isEqualTo(
                        json(
                                """
                {"type":"file","name":"qFile","text":{"en":"Question **|**","de":"Frage **|**"},
                 "accept":["image/png","image/jpeg"],"maxBytes":102400,"maxFiles":3}"""));
    }

    @Test
    void aQuotaCountsItsMembersAndEndsWithItsMessage() throws IOException {
        Imported read = read();

        assertThat(read.content().at("/quotas/0"))
                .isEqualTo(
                        json(
                                """
                {"name":"half","if":{"and":[{"or":[{"==":[{"var":"qL"},"A1"]},{"==":[{"var":"qL"},"A2"]}]},
                 {"in":["SQ1",{"var":"qM"}]}]},"limit":50,"ending":"quota_1"}"""));
        assertThat(read.content().at("/endings/0"))
                .isEqualTo(json("""
                {"name":"quota_1","text":{"en":"Enough"},"if":false}"""));
    }

    @Test
    void theTablesOfNewVersionsAreReadAsThoseOfOldOnes() {
        Imported read = read(
                """
                <groups><rows><row><gid>1</gid><group_order>1</group_order></row></rows></groups>
                <group_l10ns><rows><row><gid>1</gid><group_name>G</group_name><language>en</language></row></rows></group_l10ns>
                <questions><rows><row><qid>5</qid><gid>1</gid><type>L</type><title>one</title></row></rows></questions>
                <question_l10ns><rows>
                  <row><qid>5</qid><question>One?</question><language>en</language></row>
                  <row><qid>5</qid><question>Eins?</question><language>de</language></row></rows></question_l10ns>
                <answers><rows><row><aid>8</aid><qid>5</qid><code>1</code><sortorder>1</sortorder></row></rows></answers>
                <answer_l10ns><rows><row><aid>8</aid><answer>Yes</answer><language>en</language></row>
                  <row><aid>8</aid><answer>Ja</answer><language>de</language></row></rows></answer_l10ns>
                """);

        assertThat(element(read, "one"))
                .isEqualTo(
                        json(
                                """
                {"type":"single_choice","name":"one","text":{"en":"One?","de":"Eins?"},
                 "options":[{"code":1,"text":{"en":"Yes","de":"Ja"}}]}"""));
    }

    @Test
    void anExpressionInATextIsComputedAndPiped() {
        Imported read = read(
                """
                <groups><rows><row><gid>1</gid></row></rows></groups>
                <questions><rows>
                 <row><qid>5</qid><gid>1</gid><type>N</type><title>age</title><question>Age?</question><question_order>1</question_order></row>
                 <row><qid>6</qid><gid>1</gid><type>X</type><title>told</title><question_order>2</question_order>
                  <question>You are {age}, {if(age &gt; 17, 'grown', 'young')} {sqrt(age)} { 3 }</question></row></rows></questions>
                """);

        assertThat(element(read, "told").path("text").path("en").asText())
                .isEqualTo("You are {{age}}, {{told_text}} {sqrt(age)} { 3 }");
        assertThat(read.content().path("computed"))
                .isEqualTo(
                        json(
                                """
                [{"name":"told_text","type":"text","compute":{"cat":[{"if":[{">":[{"var":"age"},17]},"grown","young"]}]}}]"""));
        assertThat(read.notCarried()).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("told: {sqrt(age)}");
            assertThat(entry.why()).contains("sqrt()");
        });
    }

    @Test
    void whatIsNoSurveyIsRefused() {
        refused("{}", "not XML");
        refused("<a/>", "begins with a");
        refused("<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>", "LimeSurvey Group");
        refused(
                "<!DOCTYPE document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><document>"
                        + "<LimeSurveyDocType>Survey&x;</LimeSurveyDocType></document>",
                "");
    }

    private static void refused(String file, String reason) {
        assertThatThrownBy(() -> new LimeSurveyImporter().read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.detail()).contains(reason).doesNotContain("root:");
                });
    }

    private static Imported read() throws IOException {
        return new LimeSurveyImporter().read(Files.readAllBytes(ALL_TYPES));
    }

    private static Imported read(String tables) {
        String file = "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>" + tables
                + "<surveys><rows><row><sid>9</sid><language>en</language><showgroupinfo>X</showgroupinfo></row></rows></surveys>"
                + "</document>";
        return new LimeSurveyImporter().read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode element(Imported read, String name) {
        for (JsonNode page : read.content().path("pages")) {
            for (JsonNode element : page.path("elements")) {
                if (element.path("name").asText().equals(name)) {
                    return element;
                }
            }
        }
        throw new AssertionError("no element " + name + " in " + read.content());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
