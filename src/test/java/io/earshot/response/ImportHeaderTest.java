package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.device.Catalogue;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportHeaderTest {
    private static final Questionnaire QUESTIONNAIRE = Questionnaire.read(
            """
            {"name":"q","title":"Q","defaultLanguage":"en",
             "scores":[{"name":"mood","method":"mean","items":["happy"]}],
             "pages":[{"name":"p1","elements":[
              {"type":"ranking","name":"best","text":"?","top":2,
               "options":[{"code":"x","text":"X"},{"code":2,"text":"Y"},{"code":"z","text":"Z"}]},
              {"type":"time","name":"at","text":"?"},
              {"type":"date","name":"day","text":"?"},
              {"type":"slider","name":"happy","text":"?","min":0,"max":10},
              {"type":"file","name":"pics","text":"?","maxFiles":2},
              {"type":"matrix_choice","name":"m","text":"?","multiple":true,"rows":[{"name":"m1","text":"a"}],
               "options":[{"code":"x","text":"X"},{"code":"y","text":"Y"}]}]}]}
            """);

    @Test
    void aRankingIsOneColumnOfCodesOrAColumnOfPlacesForEachOption() {
        assertThat(row("best", "2;x").answers).hasToString("{best=[2,\"x\"]}");
        assertThat(header("best.x", "best.2", "best.z").row(2, List.of("2", "1.0", "")).answers)
                .hasToString("{best=[2,\"x\"]}");
    }

    @Test
    void placesGoFromOneOnAndAreTakenOnce() {
        ImportHeader header = header("best.x", "best.2", "best.z");

        assertThat(header.row(2, List.of("1", "1", "")).faults)
                .extracting(Fault::pointer, Fault::code)
                .contains(tuple("/best.2", "ranked-twice"));
        assertThat(header.row(2, List.of("1", "3", "")).faults)
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/best", "wrong-type"));
        assertThat(header.row(2, List.of("first", "", "")).faults)
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/best.x", "wrong-type"));
    }

    @Test
    void everyShapeOfAnswerHasItsCell() {
        ImportedRow row = header("at", "day", "happy", "pics", "m1")
                .row(
                        2,
                        List.of(
                                "08:30",
                                "2024-02-29",
                                "7",
                                "0190c3a1-7f3e-7c52-9d1b-5f2a8e6b4c10;0190c3a1-7f3e-7c52-9d1b-5f2a8e6b4c11",
                                "x;y"));

        assertThat(row.faults).isEmpty();
        assertThat(row.answers)
                .containsEntry("at", TextNode.valueOf("08:30"))
                .containsEntry("day", TextNode.valueOf("2024-02-29"))
                .containsKey("happy")
                .hasEntrySatisfying("pics", files -> assertThat(files).hasSize(2))
                .hasEntrySatisfying("m1", codes -> assertThat(codes).hasToString("[\"x\",\"y\"]"));
    }

    @Test
    void anOptionOfARowMayHaveAColumnOfItsOwn() {
        assertThat(header("m1.x", "m1.y").row(2, List.of("0", "1")).answers).hasToString("{m1=[\"y\"]}");
    }

    @Test
    void aWholeAndItsPartsAreNotBothTaken() {
        assertThatThrownBy(() -> header("best", "best.x")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> header("m1.x", "m1")).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsWorkedOutIsNotImported() {
        ImportedRow row = header("happy", "mood").row(2, List.of("4", "1"));

        assertThat(row.faults).isEmpty();
        assertThat(row.answers.get("mood")).hasToString("4");
    }

    private static ImportedRow row(String column, String cell) {
        ImportedRow row = header(column).row(2, List.of(cell));
        assertThat(row.faults).isEmpty();
        return row;
    }

    private static ImportHeader header(String... columns) {
        return new ImportHeader(List.of(columns), QUESTIONNAIRE, new ImportRules(new Catalogue(), Map.of(), false));
    }
}
