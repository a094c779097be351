package io.earshot.questionnaire.logic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cases of the conformance folder can't say: what is not known, and what would take too long. */
class LogicTest {
    private static final Map<String, Object> HALF_KNOWN =
            Map.of("nps", 9.0, "traits", Unknown.VALUE, "context", new PartlyKnown(Map.of("os.name", "iOS")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'==':[{'var':'traits.plan'},'pro']}                              | UNDECIDED",
                "{'!':[{'var':'traits.plan'}]}                                     | UNDECIDED",
                "{'and':[{'var':'traits.plan'},{'>':[{'var':'nps'},9]}]}           | NO",
                "{'and':[{'var':'traits.plan'},{'>':[{'var':'nps'},8]}]}           | UNDECIDED",
                "{'or':[{'var':'traits.plan'},{'>':[{'var':'nps'},8]}]}            | YES",
                "{'or':[{'var':'traits.plan'},{'>':[{'var':'nps'},9]}]}            | UNDECIDED",
                "{'if':[{'var':'traits.plan'},true,true]}                          | UNDECIDED",
                "{'in':['a',['a',{'var':'traits.plan'}]]}                          | UNDECIDED",
                "{'missing':['traits.plan']}                                       | UNDECIDED",
                "{'missing_some':[1,['nps','traits.plan']]}                        | UNDECIDED",
                "{'some':[{'var':'traits.tags'},true]}                             | UNDECIDED",
                "{'in_last_days':['2025-12-31',5]}                                 | UNDECIDED",
                "{'==':[{'var':'context.os.name'},'iOS']}                          | YES",
                "{'==':[{'var':'context.os.version'},'17']}                        | UNDECIDED",
                "{'==':[{'var':['traits.plan','free']},'free']}                    | UNDECIDED",
            })
    void whatHangsOnSomethingUnknownIsUndecidedUnlessTheRestDecides(String logic, Truth truth) {
        assertThat(logic(logic).holds(HALF_KNOWN, null)).isEqualTo(truth);
    }

    @Test
    void anUndecidedBranchMayGoEitherWay() {
        Logic branch =
                logic("{'if':[{'var':'traits.vip'},'a',{'<':[{'var':'nps'},5]},'b',{'var':'traits.pro'},'c','d']}");

        assertThat(branch.outcomes(HALF_KNOWN, null)).containsExactly("a", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reduce':[{'var':'many'},{'cat':[{'var':'accumulator'},{'var':'accumulator'}]},'x']}",
                "{'reduce':[{'var':'many'},{'merge':[{'var':'accumulator'},{'var':'accumulator'}]},[1]]}",
            })
    void whatDoublesWithEachItemEndsWithoutAValue(String logic) {
        assertThat(logic(logic).value(Map.of("many", Collections.nCopies(10_000, 1.0)), null))
                .isNull();
    }

    @Test
    void aListAsLongAsAnyAnswerIsGoneThrough() {
        Logic sum = logic("{'reduce':[{'var':'many'},{'+':[{'var':'accumulator'},{'var':'current'}]},0]}");

        assertThat(sum.value(Map.of("many", Collections.nCopies(10_000, 2.0)), null))
                .isEqualTo(20_000.0);
    }

    @Test
    void logicThatIsNestedTooDeeplyHasAFaultAndDoesNotHold() {
        String deep = "{'!':[".repeat(40) + "true" + "]}".repeat(40);
        String deeper = "{'!':[".repeat(400) + "true" + "]}".repeat(400);

        assertThat(logic(deep).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("deep"));
        assertThat(logic(deeper).holds(Map.of(), null)).isEqualTo(Truth.NO);
        assertThat(logic("{'!':[".repeat(10) + "true" + "]}".repeat(10)).fault())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'missing':'a'}                                  | a",
                "{'missing':['a.b','c']}                          | a,c",
                "{'missing_some':[1,['a','b']]}                   | a,b",
                "{'var':['a',{'var':'b'}]}                        | a,b",
                "{'some':[{'var':'a'},{'==':[{'var':'b'},1]}]}    | a",
                "{'reduce':[{'var':'a'},{'var':'current'},{'var':'b'}]} | a,b",
                "{'version_gte':[{'var':'context.app.version'},'4']} | context",
            })
    void itNamesWhatItLooksAt(String logic, String names) {
        assertThat(logic(logic).names()).containsExactlyElementsOf(List.of(names.split(",")));
    }

    private static Logic logic(String json) {
        try {
            return Logic.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
