package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.finding.CodedTexts;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.Frequencies;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CodedAnswersTest {
    private static final Questionnaire ASKED = Questionnaire.read(
            """
            {"name": "q", "title": "Q", "defaultLanguage": "en", "hidden": [{"name": "read", "type": "text"}],
             "pages": [{"name": "p", "elements": [{"type": "text", "name": "why", "text": "Why?"}]}]}""");
    private static final String CSV =
            """
            why,read
            Too EXPENSIVE and slow,speed
            La sécurité !,
            slowly but surely,price;speed
            no idea,unheard
            ,
            """;
    private static final String BY_WORDS =
            """
            {"name": "coded", "title": "Coded", "sections": [{"kind": "open-answers", "variables": ["why"], "codes": [
              {"code": "price", "text": "Price", "words": ["expensive", "price"]},
              {"code": "speed", "text": "Speed", "words": ["slow*"]},
              {"code": "safe", "text": "Safety", "words": ["securite"]}]}]}""";

    @Test
    void aTextHasTheCodesOfWhoseWordsItHas() throws IOException {
        CodedTexts coded = found(BY_WORDS);

        assertThat(coded.base().n()).isEqualTo(4);
        assertThat(coded.frequencies().rows())
                .extracting(Frequencies.Row::code, Frequencies.Row::count)
                .containsExactly(tuple("price", 1L), tuple("speed", 2L), tuple("safe", 1L));
        assertThat(coded.uncoded()).isEqualTo(1);
    }

    @Test
    void aWordWithoutAStarIsAWholeWord() throws IOException {
        assertThat(found(BY_WORDS.replace("slow*", "slow"))
                        .frequencies()
                        .rows()
                        .get(1)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void codesThatSomebodyWroteCountAndUnknownOnesDoNot() throws IOException {
        CodedTexts coded = found(BY_WORDS.replace("\"variables\"", "\"codedBy\": \"read\", \"variables\""));

        assertThat(coded.by()).isEqualTo("read");
        assertThat(coded.frequencies().rows())
                .extracting(Frequencies.Row::code, Frequencies.Row::count)
                .containsExactly(tuple("price", 1L), tuple("speed", 2L), tuple("safe", 0L));
        assertThat(coded.uncoded()).isEqualTo(2);
    }

    @Test
    void codesOfAVariableThatIsNoTextAreAFault() throws IOException {
        Definition asked = definition(BY_WORDS.replace("\"variables\"", "\"codedBy\": \"height\", \"variables\""));

        assertThat(asked.check(ASKED)).extracting(fault -> fault.pointer()).containsExactly("/sections/0/codedBy");
    }

    private static CodedTexts found(String json) throws IOException {
        Definition asked = definition(json);
        assertThat(asked.check(ASKED)).isEmpty();
        Sample.Made made = Sample.of(ASKED, CSV).made(asked, "en");
        assertThat(made.extract().attributes())
                .extracting(column -> column.name())
                .contains("why_codes");
        return made.results().of(CodedTexts.class).findFirst().orElseThrow();
    }

    private static Definition definition(String json) throws IOException {
        return Definitions.read(new ObjectMapper().readTree(json));
    }
}
