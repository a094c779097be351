package io.earshot.report;

import io.earshot.dataset.Column;
import io.earshot.dataset.Missing;
import io.earshot.finding.Finding;
import io.earshot.finding.Results.CodebookEntry;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Finds what a definition asks for. */
final class Analysis {
    private Analysis() {}

    /** @param progress told the part of the sections done, from 0 to 1; may throw to stop */
    static List<Finding> findings(Definition definition, Answers answers, DoubleConsumer progress) {
        List<Finding> findings = new ArrayList<>();
        int done = 0;
        for (Section section : definition.sections()) {
            findings.addAll(section.find(answers));
            progress.accept((double) ++done / definition.sections().size());
        }
        return new SmallGroups(answers.setting().smallest()).of(findings);
    }

    static List<CodebookEntry> codebook(Answers answers) {
        Set<String> reversed = answers.questionnaire().questions().stream()
                .filter(Likert.class::isInstance)
                .map(Likert.class::cast)
                .flatMap(likert -> likert.rows().stream())
                .filter(Likert.Row::reversed)
                .map(Likert.Row::name)
                .collect(Collectors.toSet());
        List<CodebookEntry> entries = new ArrayList<>();
        for (Variable variable : answers.questionnaire().columns()) {
            Column column = answers.data().column(variable.name());
            long missing =
                    Arrays.stream(Missing.values()).mapToLong(column::count).sum();
            entries.add(new CodebookEntry(
                    answers.subject(variable), reversed.contains(variable.name()), column.rows() - missing, missing));
        }
        return entries;
    }
}
