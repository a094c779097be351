package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earshot.questionnaire.Questionnaire;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerRowsTest {
    private static final String QUESTIONS =
            """
            {"name":"rows","title":"Rows","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"Recommend?"},
              {"type":"single_choice","name":"plan","text":"Plan","options":[
                {"code":"free","text":"Free"},{"code":"paid","text":"Paid"},{"code":10,"text":"Ten"}]},
              {"type":"multiple_choice","name":"reasons","text":"Why?","options":[
                {"code":"price","text":"Price"},{"code":7,"text":"Seven"},{"code":"looks","text":"Looks"}]},
              {"type":"number","name":"spent","text":"Spent"},
              {"type":"date","name":"since","text":"Since"},
              {"type":"time","name":"woken","text":"Woken"},
              {"type":"text","name":"why","text":"Why?","visibleIf":{"<=":[{"var":"nps"},6]}}]}]}""";

    private final AnswerRows rows = new AnswerRows(Questionnaire.read(QUESTIONS));

    @Test
    void anAnswerIsWhatItsJsonSaysWhereverItStands() {
        complete("{\"nps\": 10, \"plan\": \"free\", \"why\": \"Fine\"}");
        complete("{\"why\": \"Ça va\", \"nps\": 0, \"plan\": 10}");
        complete("{\"plan\":\"10\",\"nps\":\"3\"}");

        assertEquals(List.of("10", "0", "3"), codes("nps"));
        assertEquals(List.of("free", "10", "10"), codes("plan"));
        assertEquals(List.of("Fine", "Ça va", "NOT_GIVEN"), texts("why"));
    }

    @Test
    void spacesBetweenWhatIsWrittenMeanNothing() {
        for (String colon : List.of(":", ": ", " : ", ":\n\t")) {
            complete("{\"nps\"" + colon + "3,\"plan\"" + colon + "10\n,\"spent\"" + colon + "2.5\t,\"why\"" + colon
                    + "\"a : b\"}");
        }

        assertEquals(List.of("3", "3", "3", "3"), codes("nps"));
        assertEquals(List.of("10", "10", "10", "10"), codes("plan"));
        assertEquals(List.of("a : b", "a : b", "a : b", "a : b"), texts("why"));
        NumberColumn spent = data().column("spent", NumberColumn.class);
        assertEquals(
                List.of(2.5, 2.5, 2.5, 2.5),
                IntStream.range(0, 4).mapToObj(spent::score).toList());
    }

    @Test
    void whatIsEscapedIsReadAsWhatItStandsFor() {
        complete("{\"plan\": \"p\\u0061id\", \"why\": \"a \\\"b\\\" \\\\ \\n {c}, [d]\"}");

        assertEquals(List.of("paid"), codes("plan"));
        assertEquals(List.of("a \"b\" \\ \n {c}, [d]"), texts("why"));
    }

    @Test
    void anAnswerThatIsNotAllowedIsInvalid() {
        complete(
                "{\"nps\": 11, \"plan\": \"gold\", \"reasons\": [\"price\", \"dark\"], \"spent\": \"9\", \"since\": \"2026-02-30\"}");
        complete(
                "{\"nps\": 1.5, \"plan\": true, \"reasons\": \"price\", \"spent\": [9], \"since\": 20260230, \"woken\": \"25:00\"}");

        Dataset data = rows.build();
        for (int row = 0; row < 2; row++) {
            for (String name : List.of("nps", "plan", "reasons", "spent", "since")) {
                assertEquals(Optional.of(Missing.INVALID), data.column(name).missing(row), name);
            }
        }
        assertEquals(Optional.of(Missing.INVALID), data.column("woken").missing(1));
    }

    @Test
    void aSetHoldsItsCodesHoweverTheyAreWritten() {
        complete("{\"reasons\": [\"looks\", 7]}");
        complete("{\"reasons\": []}");
        complete("{\"reasons\": [\"7\", \"price\", \"7\", \"price\", \"7\"]}");

        MultipleColumn reasons = rows.build().column("reasons", MultipleColumn.class);
        assertEquals(List.of("7", "looks"), reasons.chosen(0));
        assertEquals(List.of(), reasons.chosen(1));
        assertTrue(reasons.missing(1).isEmpty());
        assertEquals(List.of("price", "7"), reasons.chosen(2));
    }

    @Test
    void numbersAreTheNearestDoublesToWhatIsWritten() {
        List<String> written = List.of(
                "0", "-0.5", "48.2100000000000000", "0.1", "123456789012345678", "1e3", "0.30000000000000004", "-17");
        written.forEach(number -> complete("{\"spent\": " + number + "}"));

        NumberColumn spent = rows.build().column("spent", NumberColumn.class);
        for (int row = 0; row < written.size(); row++) {
            assertEquals(Double.parseDouble(written.get(row)), spent.score(row), 0, written.get(row));
        }
    }

    @Test
    void daysAndTimesAreRead() {
        complete("{\"since\": \"2024-02-29\", \"woken\": \"06:45\"}");
        complete("{\"since\": \"+12024-02-29\", \"woken\": \"06:45:30\"}");

        Dataset data = rows.build();
        assertEquals(
                Optional.of(LocalDate.of(2024, 2, 29)),
                data.column("since", DateColumn.class).date(0));
        assertEquals(
                Optional.of(LocalDate.of(12024, 2, 29)),
                data.column("since", DateColumn.class).date(1));
        assertEquals(405, data.column("woken", NumberColumn.class).score(0));
        assertEquals(405, data.column("woken", NumberColumn.class).score(1));
    }

    @Test
    void whatHasNoAnswerWasNotGivenOrNotAsked() {
        complete("{\"nps\": 9}");
        complete("{\"nps\": 2, \"why\": null}");
        complete("{\"nps\": 9}");
        complete("{}");
        rows.add(bytes("{\"nps\": 2}"), 0, 10, false);

        TextColumn why = rows.build().column("why", TextColumn.class);
        assertEquals(Optional.of(Missing.NOT_ASKED), why.missing(0));
        assertEquals(Optional.of(Missing.NO_ANSWER), why.missing(1));
        assertEquals(Optional.of(Missing.NOT_ASKED), why.missing(2));
        assertEquals(Optional.of(Missing.NOT_ASKED), why.missing(3));
        assertEquals(Optional.of(Missing.NOT_ASKED), why.missing(4));
    }

    @Test
    void namesThatAreNoVariablesAreLeftAlone() {
        complete("{\"np\": 1, \"nps\": 4, \"other\": {\"nps\": 5, \"a\": [\"}\", \"\\\"\"]}, \"plan\": \"free\"}");

        assertEquals(List.of("4"), codes("nps"));
        assertEquals(List.of("free"), codes("plan"));
    }

    @Test
    void namesThatBeginAlikeAreToldApart() {
        AnswerRows alike = new AnswerRows(
                Questionnaire.read(
                        """
                {"name":"alike","title":"Alike","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                  {"type":"number","name":"n","text":"1"},
                  {"type":"number","name":"n1","text":"2"},
                  {"type":"number","name":"satisfied","text":"3"},
                  {"type":"number","name":"satisfied_with_price","text":"4"},
                  {"type":"number","name":"satisfied_with_prices","text":"5"}]}]}"""));
        for (String json : List.of(
                "{\"n\": 1, \"n1\": 2, \"satisfied\": 3, \"satisfied_with_price\": 4, \"satisfied_with_prices\": 5}",
                "{\"satisfied_with_prices\": 5, \"satisfied_with_price\": 4, \"satisfied\": 3, \"n1\": 2, \"n\": 1}",
                "{\"n\": 1, \"n1\": 2, \"satisfied\": 3, \"satisfied_with_price\": 4, \"satisfied_with_prices\": 5}")) {
            // Nothing comes after it.
            alike.add(bytes(json), 0, bytes(json).length, true);
        }

        Dataset data = alike.build();
        for (int column = 0; column < 5; column++) {
            for (int row = 0; row < 3; row++) {
                assertEquals(column + 1, ((NumberColumn) data.columns().get(column)).score(row));
            }
        }
    }

    @Test
    void answersThatAreNoObjectAreRefused() {
        assertThrows(IllegalStateException.class, () -> complete("[1]"));
    }

    private void complete(String json) {
        // In the middle of other bytes, as in a row.
        byte[] bytes = bytes("\u0001" + json + "{\"nps\": 8}");
        rows.add(bytes, 1, 1 + bytes(json).length, true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private @Nullable Dataset built;

    private Dataset data() {
        Dataset all = built == null ? rows.build() : built;
        built = all;
        return all;
    }

    private List<String> codes(String name) {
        CodedColumn column = data().column(name, CodedColumn.class);
        return IntStream.range(0, column.rows())
                .mapToObj(row -> column.code(row).orElse("NOT_GIVEN"))
                .toList();
    }

    private List<String> texts(String name) {
        TextColumn column = data().column(name, TextColumn.class);
        return IntStream.range(0, column.rows())
                .mapToObj(row -> column.text(row).orElse("NOT_GIVEN"))
                .toList();
    }
}
