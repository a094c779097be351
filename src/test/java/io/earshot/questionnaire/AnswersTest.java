package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Questionnaire QUESTIONNAIRE = Questionnaire.read(
            """
            {"name":"q","title":"Q","defaultLanguage":"en","hidden":[{"name":"order_value","type":"number"}],"pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"?","required":true},
              {"type":"multiple_choice","name":"reasons","text":"?","required":true,"min":2,"max":3,
               "visibleIf":{"<=":[{"var":["nps",10]},6]},
               "options":[{"code":"price","text":"P"},{"code":2,"text":"S"},{"code":"speed","text":"S"},{"code":"look","text":"L"},
                          {"code":"none","text":"N","exclusive":true},{"code":"other","text":"O","openText":true}]},
              {"type":"single_choice","name":"plan","text":"?","options":[{"code":1,"text":"A"},{"code":"pro","text":"B"},
                          {"code":"own","text":"O","openText":true}]},
              {"type":"rating","name":"stars","text":"?","points":5},
              {"type":"likert","name":"ease","text":"?","required":true,"visibleIf":{"==":[{"var":"plan"},"pro"]},
               "scale":[{"code":1,"text":"no"},{"code":2,"text":"yes"}],
               "rows":[{"name":"E1","text":"a"},{"name":"E2","text":"b"}]},
              {"type":"number","name":"price","text":"?","min":0.5,"max":10,"step":0.1},
              {"type":"text","name":"why","text":"?","maxLength":5,"required":true,
               "visibleIf":{"==":[{"var":"traits.plan"},"pro"]}}]}]}
            """);

    @Test
    void whatTheQuestionsAllowHasNoFaults() {
        assertThat(
                        check(
                                """
                        {"nps":0,"reasons":["price","other"],"reasons_other":"Überall","plan":"pro","stars":5,"E1":1,"E2":2,
                         "price":0.7,"why":"abc😀d","order_value":12.5}
                        """))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'npz':3}                                | /npz           | unknown-variable",
                "{'ease':1}                               | /ease          | unknown-variable",
                "{'nps':null}                             | /nps           | wrong-type",
                "{'nps':'9'}                              | /nps           | wrong-type",
                "{'nps':11}                               | /nps           | out-of-range",
                "{'nps':-1}                               | /nps           | out-of-range",
                "{'nps':7.5}                              | /nps           | out-of-range",
                "{'nps':1e999999999}                      | /nps           | out-of-range",
                "{'stars':0}                              | /stars         | out-of-range",
                "{'plan':'enterprise'}                    | /plan          | not-an-option",
                "{'plan':['pro']}                         | /plan          | wrong-type",
                "{'plan':true}                            | /plan          | wrong-type",
                "{'plan':'pro','plan_own':'x'}            | /plan_own      | open-text-without-option",
                "{'nps':5,'reasons_other':'x'}                    | /reasons_other | open-text-without-option",
                "{'nps':5,'reasons':['price','other'],'reasons_other':3} | /reasons_other | wrong-type",
                "{'nps':5,'reasons':'price'}                      | /reasons       | wrong-type",
                "{'nps':5,'reasons':['price','fun']}              | /reasons/1     | not-an-option",
                "{'nps':5,'reasons':['price',{}]}                 | /reasons/1     | wrong-type",
                "{'nps':5,'reasons':['price',2,'price']}          | /reasons/2     | chosen-twice",
                "{'nps':5,'reasons':['price','none']}             | /reasons       | exclusive",
                "{'nps':5,'reasons':['price']}                    | /reasons       | too-few",
                "{'nps':5,'reasons':['price',2,'speed','look']}   | /reasons       | too-many",
                "{'plan':'pro','E1':3}                                 | /E1            | not-an-option",
                "{'plan':'pro','E2':[1]}                               | /E2            | wrong-type",
                "{'price':'5'}                            | /price         | wrong-type",
                "{'price':0.4}                            | /price         | out-of-range",
                "{'price':10.1}                           | /price         | out-of-range",
                "{'price':1.25}                           | /price         | off-step",
                "{'price':1e-99999999}                    | /price         | out-of-range",
                "{'why':'sixsix'}                         | /why           | too-long",
                "{'why':5}                                | /why           | wrong-type",
                "{'why':'a\\u0000b'}                      | /why           | illegal-character",
                "{'why':'a\\ud800'}                       | /why           | illegal-character",
                "{'order_value':'much'}                   | /order_value   | wrong-type",
            })
    void anAnswerThatItsQuestionDoesNotAllowIsPointedAt(String answers, String pointer, String code) {
        List<Fault> faults = check(answers.replace('\'', '"'));

        assertThat(faults).extracting(Fault::pointer, Fault::code).containsExactly(tuple(pointer, code));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.detail()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'nps':9.0}",
                "{'plan':'1'}",
                "{'plan':1}",
                "{'nps':6,'reasons':['2','look']}",
                "{'nps':6,'reasons':[2.0,'look']}",
                "{'nps':6,'reasons':['none']}",
                "{'nps':6,'reasons':[]}",
                "{'price':0.5}",
                "{'price':10.0}",
                "{}"
            })
    void whatMeansTheSameIsAllowedToo(String answers) {
        assertThat(check(answers.replace('\'', '"')).stream()
                        .filter(fault -> !fault.code().equals("chosen-twice")))
                .isEmpty();
    }

    @Test
    void requiredAnswersAreDemandedOfCompleteResponsesOnly() {
        assertThat(QUESTIONNAIRE.checkAnswers(read("{}"), false)).isEmpty();
        assertThat(missing("{}")).containsExactly("/nps");
    }

    @Test
    void aHiddenRequiredQuestionIsNotDemanded() {
        assertThat(missing("{\"nps\":9}")).isEmpty();
        assertThat(missing("{\"nps\":6}")).containsExactly("/reasons");
        assertThat(missing("{\"nps\":6,\"reasons\":[]}")).containsExactly("/reasons");
    }

    @Test
    void everyRowOfARequiredLikertIsDemanded() {
        assertThat(missing("{\"nps\":9,\"plan\":\"pro\",\"E1\":1}")).containsExactly("/E2");
    }

    @Test
    void whatDependsOnTraitsIsNotDemandedBecauseTheyAreNotKnownHere() {
        assertThat(missing("{\"nps\":9}")).doesNotContain("/why");
    }

    @Test
    void anAnswerThatBecameInvisibleDecidesNothing() {
        Questionnaire chain = Questionnaire.read(
                """
                {"name":"q","title":"Q","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                  {"type":"number","name":"a","text":"?"},
                  {"type":"number","name":"b","text":"?","visibleIf":{"==":[{"var":"a"},1]}},
                  {"type":"number","name":"c","text":"?","required":true,"visibleIf":{"==":[{"var":"b"},1]}}]}]}
                """);

        assertThat(chain.checkAnswers(read("{\"a\":2,\"b\":1}"), true))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/b", "not-asked"));
        assertThat(chain.checkAnswers(read("{\"a\":1,\"b\":1}"), true))
                .extracting(Fault::pointer)
                .containsExactly("/c");
    }

    @ParameterizedTest
    @CsvSource({
        "nps, 9, 9",
        "nps, nine, \"\"\"nine\"\"\"",
        "price, 1.50, 1.50",
        "plan, pro, \"\"\"pro\"\"\"",
        "E1, 2, 2",
        "why, 12, \"\"\"12\"\"\"",
        "reasons, price; other, '[\"price\",\"other\"]'"
    })
    void aCellOfAFileBecomesAnAnswer(String variable, String cell, String json) {
        JsonNode answer = QUESTIONNAIRE.variable(variable).orElseThrow().answerIn(cell);

        assertThat(answer.toString()).isEqualTo(json.replace("\"\"\"", "\""));
    }

    private static List<Fault> check(String answers) {
        return QUESTIONNAIRE.checkAnswers(read(answers), false);
    }

    private static List<String> missing(String answers) {
        return QUESTIONNAIRE.checkAnswers(read(answers), true).stream()
                .filter(fault -> fault.code().equals("missing"))
                .map(Fault::pointer)
                .toList();
    }

    private static Map<String, JsonNode> read(String json) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        QuestionnaireJson.tree(json).properties().forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        return answers;
    }

    private static org.assertj.core.groups.Tuple tuple(String pointer, String code) {
        return org.assertj.core.groups.Tuple.tuple(pointer, code);
    }
}
