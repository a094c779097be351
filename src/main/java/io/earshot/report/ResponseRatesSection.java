package io.earshot.report;

import io.earshot.finding.Counting;
import io.earshot.finding.Finding;
import io.earshot.finding.ResponseFunnel;
import io.earshot.finding.ResponseFunnel.Counts;
import io.earshot.finding.ResponseFunnel.Step;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.Share;
import io.earshot.statistics.quality.ResponseRates;
import java.util.List;
import java.util.Optional;

/** What became of those whom a prompt could have asked. */
public record ResponseRatesSection(boolean optional) implements ModuleSection {
    static final String KIND = "response-rates";

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Optional<String> lack(Questionnaire questionnaire) {
        return Optional.empty();
    }

    @Override
    public List<Finding> present(Answers answers) {
        List<ResponseFunnel.Day> days = answers.circumstances().funnel();
        Counts total =
                days.stream().map(ResponseFunnel.Day::counts).reduce(new Counts(0, 0, 0, 0, 0, 0, 0), Counts::plus);
        return List.of(new ResponseFunnel(
                answers.unweighted(total.granted(), Counting.PROMPTS),
                answers.circumstances().zone(),
                days,
                total,
                List.of(
                        step("granted", total.granted(), total.eligible(), answers),
                        step("seen", total.seen(), total.granted(), answers),
                        step("started", total.started(), total.seen(), answers),
                        step("complete", total.complete(), total.started(), answers)),
                rates(total),
                answers.circumstances().unprompted()));
    }

    private static Step step(String name, long count, long before, Answers answers) {
        // An event of a later step may arrive without that of an earlier one.
        return new Step(name, count, Share.wilson(Math.min(count, before), before, answers.confidence()));
    }

    private static ResponseRates rates(Counts total) {
        long seen = Math.max(total.seen(), total.started());
        return ResponseRates.of(
                new ResponseRates.Dispositions(
                        total.complete(),
                        total.partial(),
                        seen - total.started(),
                        Math.max(0, total.granted() - seen),
                        0,
                        0,
                        0),
                1);
    }
}
