package io.earshot.report;

import io.earshot.finding.NotPooled;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.questionnaire.check.VersionDifference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says which answers of another version mean something else than those of the version that a report is of. */
@ApplicationScoped
class Pooling {
    private final Questionnaires questionnaires;

    Pooling(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    /** The variables of both versions that may not stand in one column, but for those that the definition pools anyway. */
    List<NotPooled.Variable> refused(UUID workspace, PublishedVersion asked, int other, Definition definition) {
        if (other == asked.version()) {
            return List.of();
        }
        VersionDifference difference = questionnaires.difference(
                workspace,
                asked.questionnaire(),
                Math.min(other, asked.version()),
                Optional.of(Math.max(other, asked.version())));
        return difference.variables().stream()
                .filter(variable -> variable.state().equals("changed") && !variable.poolable())
                .filter(variable -> !definition.pools(variable.name()))
                .map(variable -> new NotPooled.Variable(
                        variable.name(),
                        other,
                        variable.changes().stream()
                                .map(VersionDifference.Change::what)
                                .distinct()
                                .toList(),
                        variable.why()))
                .toList();
    }
}
