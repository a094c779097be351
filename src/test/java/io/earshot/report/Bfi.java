package io.earshot.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.dataset.CsvDataset;
import io.earshot.dataset.Extract;
import io.earshot.finding.About;
import io.earshot.finding.Results;
import io.earshot.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 2,800 people's answers to 25 personality items, the questionnaire that asks them, and a report on both. */
public final class Bfi {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Bfi() {}

    public static Questionnaire questionnaire() {
        List<Map<String, Object>> points = points(
                "Very inaccurate",
                "Moderately inaccurate",
                "Slightly inaccurate",
                "Slightly accurate",
                "Moderately accurate",
                "Very accurate");
        List<Object> elements = List.of(
                likert(
                        "agreeableness",
                        "Agreeableness",
                        "A",
                        "A1",
                        points,
                        "Am indifferent to the feelings of others.",
                        "Inquire about others' well-being.",
                        "Know how to comfort others.",
                        "Love children.",
                        "Make people feel at ease."),
                likert(
                        "conscientiousness",
                        "Conscientiousness",
                        "C",
                        "C4 C5",
                        points,
                        "Am exacting in my work.",
                        "Continue until everything is perfect.",
                        "Do things according to a plan.",
                        "Do things in a half-way manner.",
                        "Waste my time."),
                likert(
                        "extraversion",
                        "Extraversion",
                        "E",
                        "E1 E2",
                        points,
                        "Don't talk a lot.",
                        "Find it difficult to approach others.",
                        "Know how to captivate people.",
                        "Make friends easily.",
                        "Take charge."),
                likert(
                        "neuroticism",
                        "Neuroticism",
                        "N",
                        "",
                        points,
                        "Get angry easily.",
                        "Get irritated easily.",
                        "Have frequent mood swings.",
                        "Often feel blue.",
                        "Panic easily."),
                likert(
                        "openness",
                        "Openness",
                        "O",
                        "O2 O5",
                        points,
                        "Am full of ideas.",
                        "Avoid difficult reading material.",
                        "Carry the conversation to a higher level.",
                        "Spend time reflecting on things.",
                        "Will not probe deeply into a subject."),
                choice("gender", "Gender", "Male", "Female"),
                choice(
                        "education",
                        "Education",
                        "Some high school",
                        "Finished high school",
                        "Some college",
                        "College graduate",
                        "Graduate degree"),
                Map.of("type", "number", "name", "age", "text", "Age in years", "required", false));
        Map<String, Object> json = Map.of(
                "name",
                "bfi",
                "title",
                "Big five inventory",
                "defaultLanguage",
                "en",
                "pages",
                List.of(Map.of("name", "p1", "elements", elements)),
                "endings",
                List.of());
        try {
            return Questionnaire.read(new ObjectMapper().writeValueAsString(json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Extract answers() {
        try (InputStream csv = requireNonNull(Bfi.class.getResourceAsStream("/demo/bfi.csv"))) {
            return CsvDataset.read(csv, questionnaire());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a ready-made definition finds in the answers. */
    public static Results results(String definition) {
        Definition asked = Definitions.readyMade(definition).orElseThrow();
        Extract extract = answers();
        Answers answers = new Answers(questionnaire(), extract.answers(), "en", asked.confidenceLevel());
        About about = new About(
                asked.title().in("en", "en"),
                asked.name(),
                Definitions.hash(asked),
                new UUID(0, 1),
                "bfi",
                1,
                "en",
                asked.zone(),
                asked.confidenceLevel(),
                asked.responseStatuses(),
                extract.rows(),
                0,
                0,
                Optional.of(NOON),
                Optional.of(NOON),
                NOON,
                "Earshot");
        return new Results(about, Analysis.codebook(answers), Analysis.findings(asked, answers, done -> {}));
    }

    private static Map<String, Object> likert(
            String name, String text, String prefix, String reversed, List<Map<String, Object>> scale, String... rows) {
        List<Map<String, Object>> items = IntStream.range(0, rows.length)
                .mapToObj(i -> Map.<String, Object>of(
                        "name", prefix + (i + 1), "text", rows[i], "reversed", reversed.contains(prefix + (i + 1))))
                .toList();
        return Map.of("type", "likert", "name", name, "text", text, "required", false, "scale", scale, "rows", items);
    }

    private static Map<String, Object> choice(String name, String text, String... options) {
        return Map.of(
                "type", "single_choice", "name", name, "text", text, "required", false, "options", points(options));
    }

    private static List<Map<String, Object>> points(String... labels) {
        return Stream.iterate(0, i -> i < labels.length, i -> i + 1)
                .map(i -> Map.<String, Object>of("code", i + 1, "text", labels[i]))
                .toList();
    }
}
