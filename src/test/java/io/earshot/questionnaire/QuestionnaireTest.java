package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {
    private static final String CHECKOUT =
            """
            {"name":"checkout-feedback","title":{"en":"Your checkout","fr":"Votre commande"},"defaultLanguage":"en",
             "hidden":[{"name":"order_value","type":"number","unit":"EUR"}],
             "pages":[
              {"name":"p1","elements":[
                {"type":"statement","name":"hello","text":"Hello"},
                {"type":"nps","name":"nps","text":{"en":"How likely are you to recommend us?"},"required":true},
                {"type":"multiple_choice","name":"reasons","text":{"en":"Why?"},"shuffle":"options",
                 "options":[{"code":"price","text":{"en":"Price"}},{"code":2,"text":{"en":"Speed"}},
                            {"code":"none","text":{"en":"None of these"},"exclusive":true,"pinned":true},
                            {"code":"other","text":{"en":"Other"},"openText":true,"pinned":true}],
                 "visibleIf":{"<=":[{"var":"nps"},6]}},
                {"type":"likert","name":"ease","text":"?","scale":[{"code":1,"text":"no"},{"code":2,"text":"yes"}],
                 "rows":[{"name":"E1","text":"Easy"},{"name":"E2","text":"Hard","reversed":true}]},
                {"type":"text","name":"why","long":true,"maxLength":2000,
                 "text":{"en":"What should we change, {{traits.firstName|you}}?"}}]}],
             "endings":[{"name":"thanks","text":{"en":"Thank you"},"if":true}]}
            """;

    @Test
    void everyAnswerHasItsVariableInTheOrderOfAsking() {
        Questionnaire read = Questionnaire.read(CHECKOUT);

        assertThat(read.variables())
                .extracting(Variable::name)
                .containsExactly("nps", "reasons", "reasons_other", "E1", "E2", "why", "order_value");
        assertThat(read.variables())
                .extracting(Variable::measure)
                .containsExactly(
                        Measure.ORDINAL,
                        Measure.NOMINAL,
                        Measure.TEXT,
                        Measure.ORDINAL,
                        Measure.ORDINAL,
                        Measure.TEXT,
                        Measure.SCALE);
    }

    @Test
    void anIntegerCodeIsItsDigits() {
        Variable reasons = Questionnaire.read(CHECKOUT).variable("reasons").orElseThrow();

        assertThat(reasons.values())
                .extracting(Variable.CodedValue::code)
                .containsExactly("price", "2", "none", "other");
    }

    @Test
    void whatIsReadKnowsItsDetails() {
        Questionnaire read = Questionnaire.read(CHECKOUT);

        Likert ease = (Likert) read.question("ease").orElseThrow();
        TextQuestion why = (TextQuestion) read.question("why").orElseThrow();
        assertThat(ease.rows()).extracting(Likert.Row::reversed).containsExactly(false, true);
        assertThat(why.multiline()).isTrue();
        assertThat(read.question("reasons").orElseThrow().visibleIf().names()).containsExactly("nps");
        assertThat(read.question("E1")).isEmpty();
    }

    @Test
    void twoVariablesWhoseNamesDifferInCaseOnlyAreRefused() {
        List<Element> elements = List.of(nps("score"), nps("Score"));
        List<Page> pages = List.of(new Page("p1", elements));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Questionnaire("q", Text.of("Q"), "en", pages, List.of()))
                .withMessageContaining("Score");
    }

    @Test
    void whatIsNotAQuestionnaireIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Questionnaire.read("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> Questionnaire.read("{"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Questionnaire.read(CHECKOUT.replace("\"nps\",\"name\"", "\"telepathy\",\"name\"")));
    }

    private static Nps nps(String name) {
        return new Nps(Asked.of(name, Text.of("?")), Text.NONE, Text.NONE, null);
    }
}
