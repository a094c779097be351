package io.earshot.questionnaire.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.earshot.questionnaire.QuestionnaireJson;
import io.earshot.questionnaire.check.VersionDifference.Change;
import io.earshot.questionnaire.check.VersionDifference.FlowChange;
import io.earshot.questionnaire.check.VersionDifference.VariableChange;
import org.junit.jupiter.api.Test;

class VersionComparisonTest {
    private static final String CHOICE =
            "{'type':'single_choice','name':'c','text':'Which?','options':[{'code':1,'text':'One'},{'code':2,'text':'Two'}]}";

    @Test
    void whatIsTheSameCanBePooled() {
        VariableChange same = only(CHOICE, CHOICE);

        assertThat(same.state()).isEqualTo("same");
        assertThat(same.poolable()).isTrue();
    }

    @Test
    void newWordsCanBePooledIfSomebodyReadsThem() {
        assertThat(change(CHOICE, CHOICE.replace("Which?", "Which one?"), "wording"))
                .isTrue();
        assertThat(change(CHOICE, CHOICE.replace("'One'", "'First'"), "options-relabelled"))
                .isTrue();
        assertThat(change(CHOICE, CHOICE.replace("'Which?'", "{'en':'Which?','fr':'Lequel ?'}"), "translation"))
                .isTrue();
    }

    @Test
    void anotherSetOfOptionsCanNotBePooled() {
        String more = CHOICE.replace("]}", ",{'code':3,'text':'Three'}]}");

        assertThat(change(CHOICE, more, "options-added")).isFalse();
        assertThat(change(more, CHOICE, "options-removed")).isFalse();
        assertThat(only(CHOICE, more).changes()).containsExactly(new Change("options-added", "added 3"));
    }

    @Test
    void theOrderOfOptionsCountsWhereItIsPartOfTheMeaning() {
        String turned = "{'type':'single_choice','name':'c','text':'Which?','options':[{'code':2,'text':'Two'},"
                + "{'code':1,'text':'One'}]}";
        String ordered = CHOICE.replace("'text':'Which?'", "'text':'Which?','ordered':true");

        assertThat(change(CHOICE, turned, "options-reordered")).isTrue();
        assertThat(change(ordered, turned.replace("'text':'Which?'", "'text':'Which?','ordered':true"), "scale"))
                .isFalse();
        assertThat(change(CHOICE, ordered, "measure")).isFalse();
    }

    @Test
    void anotherScaleCanNotBePooledAndAnotherLimitCan() {
        String rating = "{'type':'rating','name':'r','text':'How good?','points':5}";
        String number = "{'type':'number','name':'n','text':'How many?','min':0,'max':10}";

        assertThat(change(rating, rating.replace("5", "7"), "scale")).isFalse();
        assertThat(change(number, number.replace("10", "20"), "limits")).isTrue();
        assertThat(change(number, number.replace("'max':10", "'max':10,'unit':'EUR'"), "unit"))
                .isFalse();
        assertThat(only(number, number.replace("10", "10.0")).state()).isEqualTo("same");
    }

    @Test
    void whoIsAskedCounts() {
        String page = "{'type':'number','name':'n','text':'?'},";

        VersionDifference difference = compare(
                page + CHOICE,
                page + CHOICE.replace("'text':'Which?'", "'text':'Which?','visibleIf':{'>':[{'var':'n'},1]}"));

        assertThat(difference.variables())
                .extracting(VariableChange::name, VariableChange::poolable)
                .containsExactly(tuple("n", true), tuple("c", false));
    }

    @Test
    void anotherTypeUnderTheSameNameIsAnotherVariable() {
        assertThat(change(CHOICE, "{'type':'number','name':'C','text':'Which?'}", "type"))
                .isFalse();
    }

    @Test
    void rowsAreComparedOneByOne() {
        String likert = "{'type':'likert','name':'l','text':'?','scale':[{'code':1,'text':'a'},{'code':2,'text':'b'}],"
                + "'rows':[{'name':'r1','text':'x'},{'name':'r2','text':'y'}]}";

        VersionDifference difference =
                compare(likert, likert.replace("'y'", "'z'").replace("'r1'", "'r0'"));

        assertThat(difference.variables())
                .extracting(VariableChange::name, VariableChange::state)
                .containsExactly(tuple("r0", "added"), tuple("r2", "changed"), tuple("r1", "removed"));
    }

    @Test
    void theWayThroughIsComparedToo() {
        VersionDifference difference = new VersionComparison(
                        QuestionnaireJson.tree(pages("{'name':'p1','elements':[" + CHOICE + "]},"
                                + "{'name':'p2','elements':[{'type':'number','name':'n','text':'?'}]}")),
                        QuestionnaireJson.tree(pages("{'name':'p2','elements':[{'type':'number','name':'n','text':'?'},"
                                + CHOICE + "]},{'name':'p3','visibleIf':{'>':[{'var':'n'},1]},'elements':["
                                + "{'type':'statement','name':'s','text':'!'}]}")))
                .difference("1", "draft");

        assertThat(difference.flow())
                .extracting(FlowChange::what, FlowChange::name)
                .containsExactly(
                        tuple("page-added", "p3"),
                        tuple("page-removed", "p1"),
                        tuple("element-moved", "n"),
                        tuple("element-moved", "c"));
    }

    /** Whether it can be pooled after a change that is called so and is the only one. */
    private static boolean change(String before, String after, String what) {
        VariableChange change = only(before, after);
        assertThat(change.changes()).extracting(Change::what).containsExactly(what);
        assertThat(change.why()).matches("[A-Z].*\\.");
        return change.poolable();
    }

    private static VariableChange only(String before, String after) {
        return compare(before, after).variables().get(0);
    }

    private static VersionDifference compare(String before, String after) {
        return new VersionComparison(
                        QuestionnaireJson.tree(pages("{'name':'p1','elements':[" + before + "]}")),
                        QuestionnaireJson.tree(pages("{'name':'p1','elements':[" + after + "]}")))
                .difference("1", "2");
    }

    private static String pages(String pages) {
        return ("{'name':'q','title':'Q','defaultLanguage':'en','pages':[" + pages + "]}").replace('\'', '"');
    }
}
