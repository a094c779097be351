package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.BestWorstItems;
import io.earshot.finding.Finding;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Code;
import io.earshot.questionnaire.MaxDiff;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.market.BestWorst;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What is picked as best and as worst, of questions of type max_diff. */
public record MaxDiffSection(Selection questions, boolean optional) implements PickingSection {
    static final String KIND = "max-diff";

    public MaxDiffSection {
        requireNonNull(questions, "questions");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Pick pick(Questionnaire questionnaire) {
        return new Pick(
                questions,
                "/questions",
                "max-diff-question",
                Pick.names(Pick.questions(questionnaire, MaxDiff.class)),
                "MaxDiff needs a question of type max_diff; there is none.");
    }

    @Override
    public List<Finding> present(List<String> chosen, Answers answers) {
        return Pick.questions(answers.questionnaire(), MaxDiff.class).stream()
                .filter(question -> chosen.contains(question.name()))
                .map(question -> items(question, answers))
                .toList();
    }

    private static Finding items(MaxDiff question, Answers answers) {
        List<String> codes =
                question.options().stream().map(option -> option.code().text()).toList();
        List<double[]> tasks = new ArrayList<>();
        List<Integer> respondents = new ArrayList<>();
        BitSet chose = new BitSet(answers.data().rows());
        for (int set = 1; set <= question.sets().size(); set++) {
            List<Code> shown = question.sets().get(set - 1);
            CodedColumn best = answers.data().column(question.bestOf(set), CodedColumn.class);
            CodedColumn worst = answers.data().column(question.worstOf(set), CodedColumn.class);
            for (int row = 0; row < best.rows(); row++) {
                Watch.look(row);
                double[] task = new double[shown.size() + 2];
                for (int i = 0; i < shown.size(); i++) {
                    task[i] = codes.indexOf(shown.get(i).text()) + 1;
                }
                task[shown.size()] = number(best, row, codes);
                task[shown.size() + 1] = number(worst, row, codes);
                tasks.add(task);
                respondents.add(row);
                if (!best.isMissing(row) && !worst.isMissing(row)) {
                    chose.set(row);
                }
            }
        }
        return new BestWorstItems(
                question.name(),
                answers.in(question.text()),
                answers.base(chose),
                question.options().stream()
                        .map(option -> new Subject.Code(option.code().text(), answers.in(option.text())))
                        .toList(),
                bestWorst(tasks.toArray(double[][]::new), codes.size(), respondents, answers.weights()));
    }

    private static Outcome<BestWorst> bestWorst(
            double[][] tasks, int items, List<Integer> respondents, Optional<double[]> weights) {
        int[] rows = respondents.stream().mapToInt(row -> row).toArray();
        return weights.map(all -> BestWorst.weighted(
                        tasks,
                        items,
                        Arrays.stream(rows).mapToDouble(row -> all[row]).toArray(),
                        rows))
                .orElseGet(() -> BestWorst.of(tasks, items));
    }

    private static double number(CodedColumn column, int row, List<String> codes) {
        return column.code(row).map(code -> codes.indexOf(code) + 1.0).orElse(Double.NaN);
    }
}
