package io.earshot.report;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes requests for reports: checks that they can be met and puts them into the queue. */
@ApplicationScoped
public class ReportRequests {
    private final Questionnaires questionnaires;
    private final Reports reports;
    private final ReportQueue queue;

    ReportRequests(Questionnaires questionnaires, Reports reports, ReportQueue queue) {
        this.questionnaires = questionnaires;
        this.reports = reports;
        this.queue = queue;
    }

    /**
     * Queues a report.
     *
     * @return the new report's id
     * @throws Problem 400 with pointers if the definition is not valid, 404 if there is no such questionnaire, 409 if no
     *     version of it is published, 422 with pointers if the questionnaire lacks what the definition asks for
     */
    @Transactional
    public UUID add(UUID workspace, ReportRequest request) {
        Definition definition = request.definition();
        PublishedVersion asked = version(workspace, request);
        List<Fault> faults = new ArrayList<>(definition.check(asked.content()));
        faults.addAll(versions(workspace, asked, definition));
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "report-not-possible", "The questionnaire lacks what the report asks for", request.faults(faults));
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        reports.create(id, workspace, asked.questionnaire(), asked.version(), definition);
        queue.add(id);
        return id;
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
