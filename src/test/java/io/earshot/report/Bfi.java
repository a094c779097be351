package io.earshot.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CsvDataset;
import io.earshot.dataset.Extract;
import io.earshot.finding.About;
import io.earshot.finding.Results;
import io.earshot.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** 2,800 people's answers to 25 personality items, the questionnaire that asks them, and a report on both. */
public final class Bfi {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Bfi() {}

    public static String template() {
        try (InputStream json =
                requireNonNull(Bfi.class.getResourceAsStream("/survey-schemas/templates/big-five-25.json"))) {
            return new String(json.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Questionnaire questionnaire() {
        return Questionnaire.read(template());
    }

    public static Extract answers() {
        try (InputStream csv = requireNonNull(Bfi.class.getResourceAsStream("/demo/bfi.csv"))) {
            return CsvDataset.read(new InputStreamReader(csv, UTF_8), questionnaire());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
