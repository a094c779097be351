package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {
    /** The System Usability Scale: odd items count x - 1, even ones 5 - x, and their sum times 2.5 goes from 0 to 100. */
    private static final String SUS =
            """
            {"name":"sus","method":"sum","items":["s1","s2","s3","s4","s5","s6","s7","s8","s9","s10"],%s
             "rescale":{"from":[10,50],"to":[0,100]}}
            """;

    @Test
    void theUsabilityScaleIsBrookesFormula() {
        // Brooke (1996): 4+4+0+1+4+3+0+3+3+1 = 22 points for 5 1 1 4 5 2 1 2 4 4, times 2.5 is 57.5 (by hand).
        Map<String, Double> scores = scores(SUS.formatted("")).values(answers(5, 1, 1, 4, 5, 2, 1, 2, 4, 4));

        assertThat(scores).containsExactly(Map.entry("sus", 57.5));
    }

    @Test
    void anItemThatIsMissingLeavesNoScoreUnlessFewerWillDo() {
        Map<String, JsonNode> nine = answers(5, 1, 1, 4, 5, 2, 1, 2, 4);

        assertThat(scores(SUS.formatted("")).values(nine)).isEmpty();
        // Turned, the nine are 5+5+1+2+5+4+1+4+4 = 31, of ten 34.44; (34.44 - 10) * 2.5 = 61.11 (by hand).
        assertThat(scores(SUS.formatted("\"minAnswered\":9,")).values(nine).get("sus"))
                .isCloseTo(550.0 / 9, within(1e-12));
    }

    @Test
    void anItemOverridesItsRow() {
        Scores scores = scores(
                """
                {"name":"m","method":"mean","items":[{"variable":"s1","reversed":true},{"variable":"s2","reversed":false}]}
                """);

        // s1 turned is 6 - 5 = 1, s2 as it stands 4.
        assertThat(scores.values(answers(5, 4))).containsExactly(Map.entry("m", 2.5));
    }

    @Test
    void aCodeThatIsNoNumberIsNoAnswerAndNoEnd() {
        Scores scores = scores(
                """
                {"name":"m","method":"mean","minAnswered":1,"items":[{"variable":"known","reversed":true},{"variable":"minutes","reversed":true}]}
                """);

        assertThat(scores.values(Map.of("known", TextNode.valueOf("dont_know"), "minutes", IntNode.valueOf(10))))
                .containsExactly(Map.entry("m", 50.0));
        assertThat(scores.values(Map.of("known", TextNode.valueOf("1"), "minutes", IntNode.valueOf(60))))
                .containsExactly(Map.entry("m", 1.5));
    }

    @Test
    void whatCannotBeScoredIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores("{\"name\":\"m\",\"method\":\"sum\",\"items\":[\"nothing\"]}"))
                .withMessageContaining("nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores("{\"name\":\"m\",\"method\":\"sum\",\"items\":[\"why\"]}"))
                .withMessageContaining("why");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(
                        "{\"name\":\"m\",\"method\":\"sum\",\"items\":[{\"variable\":\"age\",\"reversed\":true}]}"))
                .withMessageContaining("age");
    }

    @Test
    void aScoreIsAVariableThatAnswersCannotGive() {
        Questionnaire questionnaire = questionnaire(SUS.formatted(""));

        assertThat(questionnaire.variable("sus").orElseThrow().measure()).isEqualTo(Measure.SCALE);
        assertThat(questionnaire.given()).extracting(Variable::name).doesNotContain("sus");
    }

    private static Map<String, JsonNode> answers(int... items) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (int i = 0; i < items.length; i++) {
            answers.put("s" + (i + 1), IntNode.valueOf(items[i]));
        }
        return answers;
    }

    private static Scores scores(String score) {
        return new Scores(questionnaire(score));
    }

    private static Questionnaire questionnaire(String score) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            rows.append(i == 1 ? "" : ",")
                    .append("{\"name\":\"s%d\",\"text\":\"?\",\"reversed\":%b}".formatted(i, i % 2 == 0));
        }
        return Questionnaire.read(
                """
                {"name":"q","title":"Q","defaultLanguage":"en","scores":[%s],"pages":[{"name":"p1","elements":[
                  {"type":"likert","name":"s","text":"?","rows":[%s],"scale":[{"code":1,"text":"1"},{"code":2,"text":"2"},
                   {"code":3,"text":"3"},{"code":4,"text":"4"},{"code":5,"text":"5"}]},
                  {"type":"single_choice","name":"known","text":"?","options":[{"code":1,"text":"1"},{"code":3,"text":"3"},{"code":"dont_know","text":"?"}]},
                  {"type":"slider","name":"minutes","text":"?","min":0,"max":60},
                  {"type":"number","name":"age","text":"?"},
                  {"type":"text","name":"why","text":"?"}]}]}
                """
                        .formatted(score, rows));
    }
}
