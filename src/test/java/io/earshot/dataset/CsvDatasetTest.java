package io.earshot.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CsvDatasetTest {
    private static final Questionnaire QUESTIONNAIRE = Questionnaire.read(
            """
            {"name":"q","title":"Q","defaultLanguage":"en",
             "scores":[{"name":"both","method":"mean","items":["a","b"]}],
             "pages":[{"name":"p1","elements":[
              {"type":"ranking","name":"best","text":"?","top":2,
               "options":[{"code":"x","text":"X"},{"code":"y","text":"Y"},{"code":"z","text":"Z"}]},
              {"type":"time","name":"at","text":"?"},
              {"type":"date","name":"day","text":"?"},
              {"type":"file","name":"pics","text":"?","maxFiles":2},
              {"type":"constant_sum","name":"week","text":"?","total":10,
               "rows":[{"name":"work","text":"W"},{"name":"play","text":"P"}]},
              {"type":"rating","name":"a","text":"?","points":5},
              {"type":"rating","name":"b","text":"?","points":5}]}]}
            """);

    @Test
    void aRankingIsAColumnOfRanksForEachOption() throws IOException {
        Dataset data = read("best\nz;x\n\"\"\nx;w\n");

        CodedColumn z = data.column("best.z", CodedColumn.class);
        CodedColumn y = data.column("best.y", CodedColumn.class);
        assertThat(z.scores()).containsExactly(1, Double.NaN, Double.NaN);
        assertThat(data.column("best.x", CodedColumn.class).score(0)).isEqualTo(2);
        assertThat(y.missing(0)).contains(Missing.NO_ANSWER);
        assertThat(y.missing(2)).contains(Missing.INVALID);
        assertThat(data.columns()).extracting(Column::name).doesNotContain("best");
    }

    @Test
    void aTimeIsMinutesAndADateADay() throws IOException {
        Dataset data = read("at,day\n08:30,2024-02-29\nnoon,2024-02-30\n");

        assertThat(data.column("at", NumberColumn.class).score(0)).isEqualTo(510);
        assertThat(data.column("at").missing(1)).contains(Missing.INVALID);
        assertThat(data.column("day", DateColumn.class).date(0)).contains(LocalDate.of(2024, 2, 29));
        assertThat(data.column("day").missing(1)).contains(Missing.INVALID);
    }

    @Test
    void filesAreTheirIdsJoined() throws IOException {
        assertThat(read("pics\ni1;i2\n").column("pics", TextColumn.class).text(0))
                .contains("i1;i2");
    }

    @Test
    void whoeverSharesATotalGivesTheRestNothing() throws IOException {
        Dataset data = read("work,play\n10,\n,\n");

        assertThat(data.column("play", NumberColumn.class).scores()).containsExactly(0, Double.NaN);
    }

    @Test
    void aScoreIsAColumn() throws IOException {
        assertThat(read("a,b\n5,4\n3,\n").column("both", NumberColumn.class).scores())
                .containsExactly(4.5, Double.NaN);
    }

    private static Dataset read(String csv) throws IOException {
        return CsvDataset.read(new StringReader(csv), QUESTIONNAIRE).answers();
    }
}
