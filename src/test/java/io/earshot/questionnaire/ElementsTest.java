package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTest {
    @Test
    void whatAllQuestionsHaveStandsBesideTheirOwn() {
        Rating rating = (Rating)
                element(
                        "'type':'rating','points':5,'description':'Stars','requiredIf':{'==':[{'var':'x'},1]},'pinned':true,'expect':3");

        assertThat(rating.description().in("en", "en")).isEqualTo("Stars");
        assertThat(rating.requiredIf().names()).containsExactly("x");
        assertThat(rating.pinned()).isTrue();
        assertThat(rating.required()).isFalse();
        assertThat(rating.expected()).containsOnlyKeys("e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'nps','colour':'red'",
                "'type':'nps','points':5",
                "'type':'statement','required':true",
                "'type':'nps','asked':{'name':'e','text':'?'}",
                "'type':'likert','scale':[{'code':1,'text':'1'},{'code':2,'text':'2'}],'rows':[{'name':'r','text':'?','openText':true}]",
                "'type':'telepathy'"
            })
    void anUnknownMemberIsRefused(String members) {
        assertThatIllegalArgumentException().isThrownBy(() -> element(members));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'ces','points':6",
                "'type':'statement','image':'http://shop.example/a.png'",
                "'type':'multiple_choice','options':[{'code':1,'text':'1'}],'presentation':'dropdown'",
                "'type':'matrix_choice','rows':[],'options':[{'code':1,'text':'1'}]",
                "'type':'matrix_choice','rows':[{'name':'r','text':'?'}],'options':[{'code':1,'text':'1','exclusive':true}]",
                "'type':'matrix_choice','rows':[{'name':'r','text':'?'}],'options':[{'code':'a','text':'1','openText':true}]",
                "'type':'ranking','options':[{'code':1,'text':'1'}],'top':2",
                "'type':'ranking','options':[{'code':1,'text':'1','exclusive':true}]",
                "'type':'constant_sum','rows':[{'name':'r','text':'?'}],'total':0",
                "'type':'constant_sum','rows':[{'name':'r','text':'?'}],'total':10,'step':3",
                "'type':'max_diff','options':[{'code':1,'text':'1'},{'code':2,'text':'2'},{'code':3,'text':'3'}],'sets':[[1,2,2]]",
                "'type':'max_diff','options':[{'code':1,'text':'1'},{'code':2,'text':'2'},{'code':3,'text':'3'}],'sets':[[1,2,4]]",
                "'type':'slider','min':1,'max':1",
                "'type':'text','pattern':'['",
                "'type':'text','pattern':'[[:alpha:]]'",
                "'type':'text','format':'iban'",
                "'type':'date','min':'2026-02-29'",
                "'type':'date','min':'2026-02-02','max':'2026-02-01'",
                "'type':'time','max':'25:00'",
                "'type':'file','maxFiles':11",
                "'type':'file','maxBytes':20971521",
                "'type':'file','accept':['png']",
                "'type':'consent'",
                "'type':'consent','policyVersion':'1','policyUrl':'javascript:alert(1)'",
                "'type':'contact','fields':[{'field':'email'},{'field':'email'}]",
                "'type':'link','label':'Go','url':'javascript:alert(1)'"
            })
    void whatCannotBeAskedIsRefused(String members) {
        assertThatIllegalArgumentException().isThrownBy(() -> element(members));
    }

    @Test
    void anAttentiveAnswerIsTheOneExpectedHoweverItIsWritten() {
        Variable set = Variable.of("v", "v", Text.of("?"), Measure.NOMINAL)
                .coded(List.of(
                        Option.of("1", Text.of("1")).value(),
                        Option.of("b", Text.of("b")).value()));
        Variable words = Variable.of("v", "v", Text.of("?"), Measure.TEXT);
        Variable number = Variable.of("v", "v", Text.of("?"), Measure.SCALE);

        assertThat(expected("['b',1]").isMetBy(QuestionnaireJson.tree("[\"1\",\"b\"]"), set))
                .isTrue();
        assertThat(expected("['b',1]").isMetBy(QuestionnaireJson.tree("[\"b\"]"), set))
                .isFalse();
        assertThat(expected("1").isMetBy(TextNode.valueOf("1"), set)).isTrue();
        assertThat(expected("'B'").isMetBy(TextNode.valueOf("b"), set)).isFalse();
        assertThat(expected("'Blue'").isMetBy(TextNode.valueOf(" blue "), words))
                .isTrue();
        assertThat(expected("3.0").isMetBy(IntNode.valueOf(3), number)).isTrue();
        assertThat(expected("3").isMetBy(TextNode.valueOf("3"), number)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void theReferenceHasTheExpressionOfEachForm(TextFormat format) throws IOException {
        assertThat(Files.readString(Path.of("docs/reference/questions.md"))).contains("  " + format.form() + "\n");
    }

    private static Expected expected(String json) {
        return new Expected(QuestionnaireJson.tree(json.replace('\'', '"')));
    }

    private static Element element(String members) {
        String json =
                "{'name':'q','title':'Q','defaultLanguage':'en','pages':[{'name':'p','elements':[{'name':'e','text':'?',"
                        + members + "}]}]}";
        return Questionnaire.read(json.replace('\'', '"'))
                .pages()
                .get(0)
                .elements()
                .get(0);
    }
}
