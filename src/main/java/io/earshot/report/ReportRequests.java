package io.earshot.report;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes requests for reports: checks that they can be met and puts them into the queue. */
@ApplicationScoped
public class ReportRequests {
    private final Questionnaires questionnaires;
    private final Pooling pooling;
    private final NewReports reports;
    private final KeptResults kept;
    private final ReportQueue queue;

    ReportRequests(
            Questionnaires questionnaires, Pooling pooling, NewReports reports, KeptResults kept, ReportQueue queue) {
        this.questionnaires = questionnaires;
        this.pooling = pooling;
        this.reports = reports;
        this.kept = kept;
        this.queue = queue;
    }

    /** @param reused whether it was made before */
    public record Answer(UUID report, boolean reused) {}

    /** What is to be made, after it was found to be possible. */
    record Possible(PublishedVersion asked, Definition definition) {}

    /**
     * Queues a report, or finds the one made before that says the same.
     *
     * @throws Problem 429 if the workspace has as many waiting as it may, and those of {@link #check}
     */
    public Answer add(UUID workspace, ReportRequest request) {
        Possible possible = check(workspace, request);
        if (!Boolean.TRUE.equals(request.fresh())) {
            Optional<UUID> before = kept.find(workspace, possible.asked(), possible.definition());
            if (before.isPresent()) {
                return new Answer(before.get(), true);
            }
        }
        UUID id = reports.add(workspace, possible);
        queue.wake();
        return new Answer(id, false);
    }

    /**
     * Says whether a report can be made.
     *
     * @throws Problem 400 with pointers if the definition is not valid, 404 if there is no such questionnaire, 409 if no
     *     version of it is published, 422 with pointers if the questionnaire lacks what the definition asks for
     */
    Possible check(UUID workspace, ReportRequest request) {
        Definition definition = request.definition();
        PublishedVersion asked = version(workspace, request);
        List<Fault> faults = new ArrayList<>(definition.check(asked.content()));
        faults.addAll(versions(workspace, asked, definition));
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "report-not-possible", "The questionnaire lacks what the report asks for", request.faults(faults));
        }
        return new Possible(asked, definition);
    }

    /** Versions that are not there, and variables whose answers can't be read as if they were to the version asked for. */
    private List<Fault> versions(UUID workspace, PublishedVersion asked, Definition definition) {
        Versions wanted = definition.versions();
        if (wanted == null) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        List<Integer> versions = wanted.upTo(asked.version());
        for (int version : versions) {
            if (version != asked.version()
                    && questionnaires
                            .find(workspace, asked.questionnaire(), version)
                            .isEmpty()) {
                faults.add(new Fault(
                        "/versions", "unknown-version", "The questionnaire has no published version " + version + "."));
            } else {
                faults.addAll(changed(workspace, asked, version, definition));
            }
        }
        if (!versions.contains(asked.version())) {
            faults.add(new Fault(
                    "/versions",
                    "version-not-read",
                    "The report is of version " + asked.version() + ", which must be among " + versions + "."));
        }
        return faults;
    }

    /** What the definition names and can't be read together; what it takes with all is left out and told in the report. */
    private List<Fault> changed(UUID workspace, PublishedVersion asked, int version, Definition definition) {
        Set<String> named = definition.named(asked.content());
        return pooling.refused(workspace, asked, version, definition).stream()
                .filter(variable -> named.contains(variable.variable())
                        || asked.content()
                                .variable(variable.variable())
                                .filter(found -> named.contains(found.question()))
                                .isPresent())
                .map(variable -> new Fault(
                        "/versions",
                        "not-poolable",
                        variable.variable() + " means something else in version " + version + ": " + variable.why()
                                + " Leave that version or the variable out, or name the variable in poolAnyway."))
                .toList();
    }

    private PublishedVersion version(UUID workspace, ReportRequest request) {
        UUID questionnaire = request.questionnaireId();
        Integer version = request.version();
        if (version != null) {
            return questionnaires.version(workspace, questionnaire, version);
        }
        if (!questionnaires.exists(workspace, questionnaire)) {
            throw Problem.notFound("questionnaire", questionnaire);
        }
        return questionnaires
                .latest(workspace, questionnaire)
                .orElseThrow(() -> Problem.conflict(
                        "not-published",
                        "Questionnaire " + questionnaire
                                + " has no published version, so nobody can have answered it."));
    }
}
