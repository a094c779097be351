package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.finding.BoxScore;
import io.earshot.finding.Finding;
import io.earshot.questionnaire.Marked;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.CodeCounts;
import io.earshot.statistics.score.BoxScores;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shares of the best and worst answers to questions of type csat, ces and rating: the two ends of five points (4 and 5
 * against 1 and 2), the three of seven and more, one of four and fewer.
 */
public record BoxesSection(Selection variables, boolean optional) implements PickingSection {
    static final String KIND = "box-scores";

    public BoxesSection {
        requireNonNull(variables, "variables");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Pick pick(Questionnaire questionnaire) {
        return new Pick(
                variables,
                "/variables",
                "question-with-marks",
                names(questionnaire),
                "Shares of best and worst answers need a question of type csat, ces or rating; there is none.");
    }

    @Override
    public List<Finding> present(List<String> chosen, Answers answers) {
        return chosen.stream().map(name -> boxes(name, answers)).toList();
    }

    private static Finding boxes(String name, Answers answers) {
        CodedColumn column = answers.data().column(name, CodedColumn.class);
        List<String> codes = column.codes();
        int width = width(codes.size());
        List<String> bottom = codes.subList(0, width);
        List<String> top = codes.subList(codes.size() - width, codes.size());
        return new BoxScore(
                answers.subject(name),
                answers.base(column),
                answers.questionnaire().question(name).orElseThrow().type(),
                top,
                bottom,
                answers.weights()
                        .map(weights -> BoxScores.weighted(
                                column.scores(), numbers(top), numbers(bottom), weights, answers.confidence()))
                        .orElseGet(() -> {
                            CodeCounts counts = CodeCounts.of(column);
                            return BoxScores.ofCounts(
                                    column.points(),
                                    counts.counts(),
                                    counts.missing(),
                                    numbers(top),
                                    numbers(bottom),
                                    answers.confidence());
                        }),
                answers.frequencies(column));
    }

    private static int width(int points) {
        return points < 5 ? 1 : points < 7 ? 2 : 3;
    }

    private static Set<Double> numbers(List<String> codes) {
        return codes.stream().map(Double::valueOf).collect(Collectors.toSet());
    }

    private static List<String> names(Questionnaire questionnaire) {
        return questionnaire.questions().stream()
                .filter(question -> question instanceof Marked && !(question instanceof Nps))
                .map(Question::name)
                .toList();
    }
}
