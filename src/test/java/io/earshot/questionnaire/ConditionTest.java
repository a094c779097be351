package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Map<String, Object> ANSWERS =
            Map.of("nps", 6.0, "plan", "pro", "reasons", List.of("price", "other"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true                                                   | true",
                "false                                                  | false",
                "{'<=':[{'var':'nps'},6]}                               | true",
                "{'<':[{'var':'nps'},6]}                                | false",
                "{'==':[{'var':'plan'},'pro']}                          | true",
                "{'in':['price',{'var':'reasons'}]}                     | true",
                "{'in':['speed',{'var':'reasons'}]}                     | false",
                "{'some':[{'var':'reasons'},{'==':[{'var':''},'other']}]} | true",
                "{'!':[{'var':'unanswered'}]}                           | true",
                "{'and':[{'==':[{'var':'nps'},6]},{'!=':[{'var':'plan'},'free']}]} | true",
                "{'<':[{'var':'plan'},6]}                               | false",
            })
    void itHoldsForTheAnswersItDescribes(String logic, boolean holds) {
        assertThat(condition(logic).holds(ANSWERS)).isEqualTo(holds);
    }

    @Test
    void itNamesWhatItLooksAt() {
        Condition condition =
                condition("{'and':[{'some':[{'var':'reasons'},{'==':[{'var':'inner'},1]}]},{'missing':['nps','why']},"
                        + "{'==':[{'var':['traits.plan','free']},'pro']}]}");

        assertThat(condition.names()).containsExactly("reasons", "nps", "why", "traits");
        assertThat(condition.fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'a':1,'b':2}",
                "{'eval':['x']}",
                "{'map':[[1],{'map':[[1],{'var':''}]}]}",
                "{'and':[{'log':1}]}"
            })
    void whatIsNoSafeJsonLogicHasAFault(String logic) {
        assertThat(condition(logic).fault()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var",
                "missing",
                "missing_some",
                "if",
                "?:",
                "==",
                "===",
                "!=",
                "!==",
                "!",
                "!!",
                "or",
                "and",
                ">",
                ">=",
                "<",
                "<=",
                "max",
                "min",
                "+",
                "-",
                "*",
                "/",
                "%",
                "merge",
                "in",
                "cat",
                "substr",
                "map",
                "filter",
                "reduce",
                "all",
                "some",
                "none",
                "version_eq",
                "version_gt",
                "version_gte",
                "version_lt",
                "version_lte",
                "in_last_days"
            })
    void noOperatorFailsWhateverItIsGiven(String operator) {
        for (String operands : List.of(
                "[]",
                "null",
                "1",
                "'x'",
                "[null]",
                "[[]]",
                "[null,null,null]",
                "['a',1]",
                "[1,'a']",
                "[{'var':'reasons'},1]",
                "[1,[1]]",
                "['abc',-9,99]",
                "[1,0]",
                "[{'var':'reasons'},{'<':[{'var':''},1]},{'var':'nps'}]")) {
            Condition condition = condition("{'" + operator + "':" + operands + "}");

            assertThatCode(() -> condition.holds(ANSWERS))
                    .as("%s of %s", operator, operands)
                    .doesNotThrowAnyException();
            assertThatCode(condition::names).doesNotThrowAnyException();
        }
    }

    private static Condition condition(String logic) {
        return new Condition(QuestionnaireJson.tree(logic.replace('\'', '"')));
    }
}
