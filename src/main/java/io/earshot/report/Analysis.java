package io.earshot.report;

import io.earshot.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

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
}
