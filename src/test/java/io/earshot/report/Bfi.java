package io.earshot.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.dataset.CsvDataset;
import io.earshot.dataset.Extract;
import io.earshot.device.Catalogue;
import io.earshot.finding.About;
import io.earshot.finding.Finding;
import io.earshot.finding.Results;
import io.earshot.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        return made(Definitions.readyMade(definition).orElseThrow()).results();
    }

    /** Results, and the responses that they are of. */
    record Made(Results results, Extract extract) {}

    /** What a definition finds in the answers, by JSON as callers send it. */
    static Made made(String json) {
        try {
            return made(Definitions.read(new ObjectMapper().readTree(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in a workspace that tells nothing about smaller groups. */
    static Made made(String json, int smallest) {
        try {
            return made(Definitions.read(new ObjectMapper().readTree(json)), smallest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Made made(Definition asked) {
        return made(asked, 1);
    }

    private static Made made(Definition asked, int smallest) {
        String language = asked.languageFor(questionnaire());
        Preparation prepared = Preparation.of(asked, questionnaire(), answers(), List.of(1), smallest);
        About about = new About(
                asked.title().in(language, "en"),
                asked.name(),
                Definitions.hash(asked),
                new UUID(0, 1),
                "bfi",
                1,
                language,
                asked.zone(),
                asked.confidenceLevel(),
                asked.responseStatuses(),
                prepared.extract().rows(),
                0,
                0,
                Optional.of(NOON),
                Optional.of(NOON),
                NOON,
                "Earshot");
        List<Finding> findings = new ArrayList<>(prepared.findings());
        findings.addAll(Analysis.findings(asked, prepared.answers(), done -> {}));
        return new Made(
                new Results(about, Codebook.of(prepared.answers(), prepared.extract(), new Catalogue()), findings),
                prepared.extract());
    }
}
