package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.earshot.questionnaire.check.QuestionnaireCheck;
import io.earshot.questionnaire.check.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final Path FOLDER = Path.of("survey-schemas/templates");
    private static final Path REFERENCE = Path.of("docs/reference/templates.md");

    /** About two lines of a printer's display. */
    private static final int SMALL_SCREEN = 40;

    @Test
    void theNamesAreThoseOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(new Templates().names());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theReferenceHasARowForEach(String name) throws IOException {
        String reference = Files.readString(REFERENCE);

        assertThat(reference).contains("| `" + name + "` |");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWordingIsInEnglishAndInFrench(String name) {
        JsonNode content = new Templates().content(name);

        assertThat(content.findValues("fr")).isNotEmpty().hasSameSizeAs(content.findValues("en"));
        assertThat(texts(content)).allSatisfy(text -> assertThat(text.has("en") && text.has("fr"))
                .as(text.toString())
                .isTrue());
    }

    /** A narrow space that does not break, before what French sets apart; an apostrophe that is one. */
    @ParameterizedTest
    @MethodSource("names")
    void frenchIsSetAsItIsPrinted(String name) {
        assertThat(wordings(name, "fr")).isNotEmpty().allSatisfy(words -> assertThat(words)
                .doesNotContainPattern("[^\u202f][?!;»]|[^\u202f0-9/s]:|«[^\u202f]|'|\\.\\.\\.|^ | $|  "));
    }

    @Test
    void thePurposesAreSetLikewise() {
        assertThat(new Templates().all()).allSatisfy(template -> {
            assertThat(template.purpose().byLanguage()).containsOnlyKeys("en", "fr");
            assertThat(template.purpose().in("fr", "fr")).matches("\\p{Lu}[^?!;'»]*\\.");
            assertThat(template.tags()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void theReferenceNamesWhatIsWorkedOutAndWhatIsCited(String name) throws IOException {
        JsonNode content = new Templates().content(name);
        String row = Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .collect(Collectors.joining());

        Stream.of("scores", "computed")
                .flatMap(member -> content.path(member).findValuesAsText("name").stream())
                .forEach(worked -> assertThat(row).contains("*`" + worked + "`*"));
        Pattern.compile("https://doi\\.org/[^ ,;]*[^ ,;.)]")
                .matcher(content.path("source").asText())
                .results()
                .forEach(doi -> assertThat(row).contains("](" + doi.group() + ")"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theReferenceNamesEveryQuestion(String name) throws IOException {
        String reference = Files.readString(REFERENCE);
        Set<String> inRanges = Set.of("sus", "ueq", "A", "C", "E", "N", "O", "kano", "matters");

        assertThat(Questionnaire.read(new Templates().content(name).toString()).questions())
                .flatExtracting(Question::variables)
                .extracting(Variable::name)
                .filteredOn(variable -> !inRanges.contains(variable.replaceAll("_?\\d.*|_.*", "")))
                .allSatisfy(variable -> assertThat(reference).contains("`" + variable + "`"));
    }

    /** Neither errors nor advice, in less than seven minutes. */
    @ParameterizedTest
    @MethodSource("names")
    void aReviewerFindsNothingToSay(String name) {
        Review review = new QuestionnaireCheck().review(new Templates().content(name));

        assertThat(review.findings()).isEmpty();
        assertThat(review.estimatedSeconds()).isBetween(5, 7 * 60);
    }

    @Test
    void whoAsksAsOthersDidSaysWhoAndWhen() {
        assertThat(new Templates().all())
                .filteredOn(template ->
                        template.kind() == Template.Kind.INSTRUMENT || template.kind() == Template.Kind.RESEARCH)
                .hasSizeGreaterThan(10)
                .filteredOn(template -> !template.name().equals("big-five-25"))
                .allSatisfy(template -> assertThat(new Templates()
                                .content(template.name())
                                .path("source")
                                .asText())
                        .containsPattern("\\p{Lu}[\\p{L} ]+, \\p{Lu}\\..* \\((19|20)\\d\\d\\)"));
    }

    @Test
    void ofTheSystemUsabilityScaleEverySecondRowIsReversed() {
        JsonNode rows = new Templates().content("sus").at("/pages/0/elements/0/rows");

        assertThat(rows).hasSize(10);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row).path("name").asText()).isEqualTo("sus_" + (row + 1));
            assertThat(rows.get(row).path("reversed").asBoolean()).isEqualTo(row % 2 == 1);
        }
    }

    /** The example that Brooke (1996) gives with the scale: contributions of 4, 1, 1, 4, 1, 2, 1, 1, 4 and 3. */
    @Test
    void brookesExampleOfTheSystemUsabilityScaleGivesFiftyFive() {
        assertThat(scores("sus", "sus_", 5, 4, 2, 1, 2, 3, 2, 4, 5, 2)).containsExactly(entry("sus_score", 55.0));
        assertThat(scores("sus", "sus_", 5, 1, 5, 1, 5, 1, 5, 1, 5, 1)).containsExactly(entry("sus_score", 100.0));
        assertThat(scores("sus", "sus_", 5, 1, 5, 1, 5, 1, 5, 1, 5)).isEmpty();
    }

    /** (6 + 5 - 2) × 100 / 12 = 75, and 0.65 × 75 + 22.9 = 71.65. */
    @Test
    void theUmuxLiteIsAlsoPutOnTheScaleOfTheSus() {
        Map<String, Double> scores =
                new Scores(questionnaire("umux-lite")).values(answers("umux_capability", 6, "umux_ease", 5));

        assertThat(scores).containsOnlyKeys("umux_lite", "umux_lite_sus");
        assertThat(scores.get("umux_lite")).isCloseTo(75, within(1e-9));
        assertThat(scores.get("umux_lite_sus")).isCloseTo(71.65, within(1e-9));
    }

    /** Answers less 4: means of 3, 2, 1, 2 and of 0, 0, -2, -2. */
    @Test
    void theShortUserExperienceQuestionnaireRunsFromMinusThreeToThree() {
        assertThat(scores("ueq-short", "ueq_", 7, 6, 5, 6, 4, 4, 2, 2))
                .containsExactly(entry("ueq_pragmatic", 2.0), entry("ueq_hedonic", -1.0), entry("ueq_overall", 0.5));
    }

    @Test
    void theRawTaskLoadIsTheMeanOfItsSix() {
        Map<String, JsonNode> answers = answers("tlx_mental", 70, "tlx_physical", 10, "tlx_temporal", 55);
        answers.putAll(answers("tlx_performance", 25, "tlx_effort", 60, "tlx_frustration", 20));

        assertThat(new Scores(questionnaire("nasa-tlx")).values(answers)).containsExactly(entry("tlx_raw", 40.0));
    }

    @Test
    void theSetsAreABalancedIncompleteBlockDesign() {
        Map<String, Integer> items = new HashMap<>();
        Map<Set<String>, Integer> pairs = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        JsonNode sets = new Templates().content("max-diff").at("/pages/0/elements/0/sets");

        for (JsonNode set : sets) {
            for (int i = 0; i < set.size(); i++) {
                String item = set.get(i).asText();
                items.merge(item, 1, Integer::sum);
                places.merge(item + " as number " + i, 1, Integer::sum);
                for (int j = 0; j < i; j++) {
                    pairs.merge(Set.of(item, set.get(j).asText()), 1, Integer::sum);
                }
            }
        }

        assertThat(sets).hasSize(7).allSatisfy(set -> assertThat(set).hasSize(4));
        assertThat(items).hasSize(7).values().containsOnly(4);
        assertThat(pairs).hasSize(21).values().containsOnly(2);
        assertThat(places).hasSize(28).values().containsOnly(1);
    }

    @Test
    void everyFeatureOfKanoIsAskedBothWaysInTheSameFiveWords() {
        List<Question> questions = questionnaire("kano").questions();

        assertThat(questions).extracting(Question::name).allMatch(name -> name.matches("kano_\\w+_(dys)?functional"));
        for (int i = 0; i < questions.size(); i += 2) {
            SingleChoice with = (SingleChoice) questions.get(i);
            SingleChoice without = (SingleChoice) questions.get(i + 1);
            assertThat(without.name()).isEqualTo(with.name().replace("_functional", "_dysfunctional"));
            assertThat(without.options()).isEqualTo(with.options());
            assertThat(with.options())
                    .extracting(option -> option.code().text())
                    .containsExactly("1", "2", "3", "4", "5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"printer-supplies", "drone-controller", "tv-picture"})
    void aSmallScreenHasRoomForItsWords(String name) {
        assertThat(wordings(name, "en")).allMatch(words -> words.length() <= SMALL_SCREEN);
        assertThat(wordings(name, "fr")).allMatch(words -> words.length() <= SMALL_SCREEN);
        assertThat(questionnaire(name).pages()).allSatisfy(page -> assertThat(page.elements())
                .singleElement()
                .isNotInstanceOfAny(TextQuestion.class, NumberQuestion.class));
    }

    static List<String> names() {
        return new Templates().names();
    }

    private static Questionnaire questionnaire(String name) {
        return Questionnaire.read(new Templates().content(name).toString());
    }

    /** The scores of answers to the items of that prefix, numbered from 1. */
    private static Map<String, Double> scores(String name, String prefix, int... answers) {
        Map<String, JsonNode> byName = new HashMap<>();
        for (int i = 0; i < answers.length; i++) {
            byName.put(prefix + (i + 1), IntNode.valueOf(answers[i]));
        }
        return new Scores(questionnaire(name)).values(byName);
    }

    private static Map<String, JsonNode> answers(Object... namesAndNumbers) {
        Map<String, JsonNode> answers = new HashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            answers.put((String) namesAndNumbers[i], IntNode.valueOf((Integer) namesAndNumbers[i + 1]));
        }
        return answers;
    }

    /** Every value of a member that holds words for people. */
    private static List<JsonNode> texts(JsonNode content) {
        return Stream.of(
                        "title",
                        "text",
                        "description",
                        "lowLabel",
                        "highLabel",
                        "yesLabel",
                        "noLabel",
                        "bestLabel",
                        "worstLabel",
                        "label")
                .flatMap(member -> content.findValues(member).stream())
                .toList();
    }

    private static List<String> wordings(String name, String language) {
        return new Templates().content(name).findValuesAsText(language);
    }
}
