package io.earshot.report;

import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.ResponseDataset;
import io.earshot.dataset.StackedRows;
import io.earshot.dataset.Watch;
import io.earshot.finding.Finding;
import io.earshot.finding.NotPooled;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the responses to one version of a questionnaire, or to several as if they had answered the one asked for: an answer
 * that this one doesn't allow is invalid, and a variable that another version lacks,
 * or that means something else there, was not asked in it.
 */
@ApplicationScoped
class VersionsReader {
    private final Questionnaires questionnaires;
    private final ResponseDataset responses;
    private final Pooling pooling;

    VersionsReader(Questionnaires questionnaires, ResponseDataset responses, Pooling pooling) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.pooling = pooling;
    }

    /**
     * @param versions  that were read, in order
     * @param notPooled what was left out for meaning something else in its version
     */
    record Read(ResponseDataset.Reading reading, List<Integer> versions, List<NotPooled.Variable> notPooled) {
        /** What a reader must know of it. */
        List<Finding> findings() {
            return notPooled.isEmpty() ? List.of() : List.of(new NotPooled(notPooled));
        }
    }

    /**
     * Reads what a run is about.
     *
     * @param words    whether ids, respondents and texts are wanted, or only that they are there
     * @param progress told the part read so far, from 0 to 1; may throw to stop
     */
    Read read(Runs.Run run, PublishedVersion asked, boolean words, DoubleConsumer progress) {
        Versions wanted = run.definition().versions();
        List<Integer> versions = wanted == null ? List.of(asked.version()) : wanted.upTo(asked.version());
        WavePlan waves = run.definition().waves();
        boolean told = versions.size() > 1 || waves != null && waves.by() == WavePlan.By.VERSION;
        List<ResponseDataset.Reading> readings = new ArrayList<>();
        List<StackedRows.Part> parts = new ArrayList<>();
        List<NotPooled.Variable> notPooled = new ArrayList<>();
        for (int version : versions) {
            double done = (double) readings.size() / versions.size();
            ResponseDataset.Reading reading = responses.read(
                    new ResponseDataset.Selection(
                            run.workspace(),
                            run.questionnaire(),
                            version,
                            asked.version(),
                            run.definition().responseStatuses(),
                            !run.definition().flagsLeftOut().isEmpty()),
                    asked.content(),
                    words,
                    part -> progress.accept(done + part / versions.size()));
            readings.add(reading);
            Extract extract = told ? withVersion(reading.extract(), version) : reading.extract();
            List<NotPooled.Variable> refused = pooling.refused(run.workspace(), asked, version, run.definition());
            notPooled.addAll(refused);
            Set<String> names = names(run, asked, version);
            refused.forEach(variable -> names.removeAll(columns(asked, variable.variable())));
            parts.add(new StackedRows.Part(extract, names));
        }
        if (readings.size() == 1) {
            return new Read(with(readings.get(0), parts.get(0).extract(), readings), versions, notPooled);
        }
        return new Read(with(readings.get(0), StackedRows.of(parts), readings), versions, notPooled);
    }

    private Set<String> names(Runs.Run run, PublishedVersion asked, int version) {
        PublishedVersion other = version == asked.version()
                ? asked
                : questionnaires.version(run.workspace(), run.questionnaire(), version);
        return other.content().columns().stream().map(Variable::name).collect(Collectors.toCollection(HashSet::new));
    }

    /** Of the version that the report is of, which those of another are read as. */
    private static Set<String> columns(PublishedVersion asked, String variable) {
        return asked.content().variable(variable).stream()
                .flatMap(found -> found.columns().stream())
                .map(Variable::name)
                .collect(Collectors.toSet());
    }

    private static Extract withVersion(Extract extract, int version) {
        NumberColumn.Builder builder = NumberColumn.builder(
                Variable.of(Preparation.VERSION, Preparation.VERSION, Text.of(Preparation.VERSION), Measure.SCALE));
        for (int row = 0; row < extract.rows(); row++) {
            Watch.look(row);
            builder.add(version);
        }
        List<Column> identity = new ArrayList<>(extract.identity());
        identity.add(builder.build());
        return new Extract(identity, extract.answers(), extract.attributes());
    }

    private static ResponseDataset.Reading with(
            ResponseDataset.Reading first, Extract extract, List<ResponseDataset.Reading> all) {
        long read = all.stream().mapToLong(of -> of.complete() + of.partial()).sum();
        return new ResponseDataset.Reading(
                extract,
                all.stream().mapToLong(ResponseDataset.Reading::complete).sum(),
                all.stream().mapToLong(ResponseDataset.Reading::partial).sum(),
                // Responses may have come in between two readings.
                Math.max(0, first.otherVersions() - (read - first.complete() - first.partial())),
                times(all, ResponseDataset.Reading::first).min(Comparator.naturalOrder()),
                times(all, ResponseDataset.Reading::last).max(Comparator.naturalOrder()));
    }

    private static Stream<Instant> times(
            List<ResponseDataset.Reading> all, Function<ResponseDataset.Reading, Optional<Instant>> of) {
        return all.stream().map(of).flatMap(Optional::stream);
    }
}
