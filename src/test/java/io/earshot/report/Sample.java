package io.earshot.report;

import io.earshot.dataset.CsvDataset;
import io.earshot.dataset.Extract;
import io.earshot.device.Catalogue;
import io.earshot.finding.About;
import io.earshot.finding.Finding;
import io.earshot.finding.Results;
import io.earshot.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A template of the repository, answers to it, and the report that a ready-made definition makes of both. */
record Sample(Questionnaire questionnaire, Extract extract, Circumstances circumstances) {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static Sample of(String template, String csv) {
        try {
            return of(
                    Questionnaire.read(Files.readString(Path.of("survey-schemas/templates/" + template + ".json"))),
                    csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sample of(Questionnaire questionnaire, String csv) {
        try {
            Extract extract = CsvDataset.read(new StringReader(csv), questionnaire);
            return new Sample(questionnaire, extract, new Circumstances(extract.identity(), PARIS, List.of(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sample in(Circumstances other) {
        return new Sample(questionnaire, extract, other);
    }

    List<Finding> find(Section section) {
        return section.find(answers("en"));
    }

    Answers answers(String language) {
        return new Answers(questionnaire, extract.answers(), language, 0.95, circumstances);
    }

    /** Results, and the responses that they are of. */
    record Made(Results results, Extract extract) {}

    Results results(String definition, String language) {
        return made(Definitions.readyMade(definition).orElseThrow(), language).results();
    }

    Made made(Definition asked, String language) {
        return made(asked, language, 1);
    }

    /** The same in a workspace that tells nothing about smaller groups. */
    Made made(Definition asked, String language, int smallest) {
        About about = new About(
                asked.title().in(language, "en"),
                asked.name(),
                Definitions.hash(asked),
                new UUID(0, 1),
                questionnaire.name(),
                1,
                language,
                PARIS,
                asked.confidenceLevel(),
                asked.responseStatuses(),
                extract.rows(),
                0,
                0,
                Optional.of(NOON),
                Optional.of(NOON),
                NOON,
                "Earshot");
        Preparation prepared = Preparation.of(asked, questionnaire, extract, List.of(1), smallest);
        Answers answers = new Answers(
                questionnaire,
                prepared.extract().answers(),
                language,
                asked.confidenceLevel(),
                circumstances,
                prepared.answers().setting());
        List<Finding> findings = new ArrayList<>(prepared.findings());
        findings.addAll(Analysis.findings(asked, answers, done -> {}));
        return new Made(
                new Results(about, Codebook.of(answers, prepared.extract(), new Catalogue()), findings),
                prepared.extract());
    }
}
