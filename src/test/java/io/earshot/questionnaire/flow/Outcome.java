package io.earshot.questionnaire.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Element;
import io.earshot.questionnaire.Ending;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.Part;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Quota;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.logic.Logic;
import io.earshot.questionnaire.logic.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a conformance case, part by part as the folder's README names them. */
final class Outcome {
    private static final double CLOSE = 1e-9;

    private final Flow flow;
    private final JsonNode given;
    private final Passage passage;
    private final long seed;

    Outcome(Flow flow, JsonNode given) {
        this.flow = flow;
        this.given = given;
        seed = given.path("seed").asLong(0);
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        given.path("answers").properties().forEach(each -> answers.put(each.getKey(), each.getValue()));
        JsonNode now = given.path("now");
        passage = flow.pass(new Known(
                answers,
                known("traits"),
                known("context"),
                seed,
                now.isNull() ? null : Instant.parse(now.asText("2026-01-01T00:00:00Z"))));
    }

    private Object known(String name) {
        JsonNode json = given.path(name);
        Object plain = json.isMissingNode() ? Map.of() : Logic.plain(json);
        return plain == null ? Unknown.VALUE : plain;
    }

    void hasAsExpected(String part, JsonNode expected) {
        switch (part) {
            case "path" -> assertThat(path()).as(part).isEqualTo(words(expected));
            case "elements" ->
                each(
                        expected,
                        (page, names) -> assertThat(elements(page)).as(page).isEqualTo(words(names)));
            case "options" ->
                each(expected, (name, codes) -> assertThat(options()).as(part).containsEntry(name, words(codes)));
            case "rows" ->
                each(expected, (name, rows) -> assertThat(rows(name)).as(name).isEqualTo(words(rows)));
            case "required" -> assertThat(required()).as(part).isEqualTo(words(expected));
            case "texts" ->
                each(
                        expected,
                        (place, text) -> assertThat(text(place)).as(place).isEqualTo(text.textValue()));
            case "answers" -> assertSame(part, passage.answers(), expected);
            case "computed" -> assertSame(part, passage.computed(), expected);
            case "scores" -> {
                assertThat(passage.scores().keySet()).as(part).isEqualTo(names(expected));
                each(expected, (name, value) -> assertThat(passage.scores().get(name))
                        .as(name)
                        .isCloseTo(value.doubleValue(), within(CLOSE)));
            }
            case "missing" -> assertThat(demands("missing")).as(part).isEqualTo(words(expected));
            case "faults" -> assertThat(faults()).as(part).containsExactlyInAnyOrderElementsOf(pairs(expected));
            case "presented" -> {
                assertThat(flow.presented(seed).keySet()).as(part).isEqualTo(names(expected));
                each(expected, (name, order) -> assertThat(flow.presented(seed).get(name))
                        .as(name)
                        .isEqualTo(words(order)));
            }
            case "attention" -> assertThat(passage.failedChecks()).as(part).isEqualTo(words(expected));
            case "quotas" ->
                assertThat(passage.quotas().stream().map(Quota::name).toList())
                        .as(part)
                        .isEqualTo(words(expected));
            case "ending" ->
                assertThat(passage.ending().map(Ending::name).orElse(null))
                        .as(part)
                        .isEqualTo(expected.textValue());
            case "next" -> assertThat(passage.next(at()).orElse("end")).as(part).isEqualTo(expected.textValue());
            case "back" -> assertThat(passage.back(at()).orElse(null)).as(part).isEqualTo(expected.textValue());
            default -> throw new IllegalArgumentException("the README knows no " + part);
        }
    }

    private String at() {
        return given.path("at").textValue();
    }

    private List<String> path() {
        return passage.path().stream().map(page -> page.page().name()).toList();
    }

    private List<String> elements(String page) {
        return passage.path().stream()
                .filter(passed -> passed.page().name().equals(page))
                .flatMap(passed -> passed.elements().stream())
                .map(element -> element.element().name())
                .toList();
    }

    private Stream<Passage.PassedElement> shown() {
        return passage.path().stream().flatMap(page -> page.elements().stream());
    }

    private Map<String, List<String>> options() {
        Map<String, List<String>> options = new LinkedHashMap<>();
        shown().forEach(element -> options.putAll(passage.options(element)));
        return options;
    }

    private List<String> rows(String name) {
        return shown().filter(element -> element.element().name().equals(name))
                .flatMap(element -> passage.rows(element).stream())
                .toList();
    }

    private List<String> required() {
        return shown().filter(Passage.PassedElement::isRequired)
                .map(element -> element.element().name())
                .toList();
    }

    private List<List<String>> faults() {
        return Stream.concat(
                        passage.faults(false).stream(),
                        passage.demands().stream().filter(fault -> !fault.code().equals("missing")))
                .map(fault -> List.of(fault.pointer(), fault.code()))
                .toList();
    }

    private List<String> demands(String code) {
        return passage.demands().stream()
                .filter(fault -> fault.code().equals(code))
                .map(Fault::pointer)
                .map(pointer -> pointer.substring(1))
                .toList();
    }

    private String text(String place) {
        Text text = place.equals("/ending") ? passage.ending().orElseThrow().text() : textOf(place.split("/"));
        return passage.text(
                text, given.path("language").asText(flow.questionnaire().defaultLanguage()));
    }

    private Text textOf(String[] place) {
        Element element = shown().map(Passage.PassedElement::element)
                .filter(each -> each.name().equals(place[0]))
                .findFirst()
                .orElseThrow();
        if (place.length == 1) {
            return element.text();
        }
        return switch (place[1]) {
            case "description" -> element.description();
            case "options" -> part(((Question) element).options(), place[2]);
            case "rows" -> part(((Question) element).rows(), place[2]);
            case "scale" ->
                ((Likert) element)
                        .scale().stream()
                                .filter(point -> point.code().text().equals(place[2]))
                                .findFirst()
                                .orElseThrow()
                                .text();
            default -> throw new IllegalArgumentException(String.join("/", place));
        };
    }

    private static Text part(List<? extends Part> parts, String key) {
        return parts.stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static void assertSame(String part, Map<String, JsonNode> actual, JsonNode expected) {
        assertThat(actual.keySet()).as(part).isEqualTo(names(expected));
        each(expected, (name, value) -> {
            Object found = Logic.plain(requireNonNull(actual.get(name), name));
            if (value.isNumber() && found instanceof Double number) {
                assertThat(number).as(name).isCloseTo(value.doubleValue(), within(CLOSE));
            } else {
                assertThat(found).as(name).isEqualTo(Logic.plain(value));
            }
        });
    }

    private static java.util.Set<String> names(JsonNode object) {
        return new java.util.LinkedHashSet<>(
                object.properties().stream().map(Map.Entry::getKey).toList());
    }

    private static void each(JsonNode object, java.util.function.BiConsumer<String, JsonNode> check) {
        object.properties().forEach(member -> check.accept(member.getKey(), member.getValue()));
    }

    private static List<String> words(@Nullable JsonNode array) {
        List<String> words = new ArrayList<>();
        requireNonNull(array).forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<List<String>> pairs(JsonNode array) {
        List<List<String>> pairs = new ArrayList<>();
        array.forEach(pair -> pairs.add(words(pair)));
        return pairs;
    }
}
