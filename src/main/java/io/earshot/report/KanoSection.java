package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.KanoFeature;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.market.Kano;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kano's classes of features, each asked by two questions with codes 1 (like) to 5 (dislike), {@code kano_X_functional} and
 * {@code kano_X_dysfunctional}.
 */
public record KanoSection(Selection features, boolean optional) implements PickingSection {
    static final String KIND = "kano";

    private static final Pattern FUNCTIONAL = Pattern.compile("kano_(\\w+)_functional");
    private static final List<String> CODES = List.of("1", "2", "3", "4", "5");

    public KanoSection {
        requireNonNull(features, "features");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Pick pick(Questionnaire questionnaire) {
        return new Pick(
                features,
                "/features",
                "kano-feature",
                names(questionnaire),
                "Kano's model needs pairs of questions named kano_X_functional and kano_X_dysfunc"
                        + "tional, with codes 1 to 5; there is none.");
    }

    @Override
    public List<Finding> present(List<String> chosen, Answers answers) {
        return chosen.stream().map(feature -> feature(feature, answers)).toList();
    }

    private static Finding feature(String feature, Answers answers) {
        CodedColumn with = answers.data().column(functional(feature), CodedColumn.class);
        CodedColumn without = answers.data().column(dysfunctional(feature), CodedColumn.class);
        return new KanoFeature(
                feature,
                answers.base(List.of(with, without)),
                answers.subject(with.name()),
                answers.subject(without.name()),
                answers.weights()
                        .map(weights -> Kano.of(with.scores(), without.scores(), weights))
                        .orElseGet(() -> Kano.of(with.scores(), without.scores())));
    }

    private static List<String> names(Questionnaire questionnaire) {
        return questionnaire.variables().stream()
                .map(Variable::name)
                .map(FUNCTIONAL::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(feature -> Stream.of(functional(feature), dysfunctional(feature))
                        .allMatch(name -> isOnScale(questionnaire, name)))
                .toList();
    }

    private static boolean isOnScale(Questionnaire questionnaire, String name) {
        return questionnaire
                .variable(name)
                .filter(variable -> variable.shape() == Variable.Shape.ONE)
                .filter(variable -> variable.values().stream()
                        .map(Variable.CodedValue::code)
                        .toList()
                        .equals(CODES))
                .isPresent();
    }

    private static String functional(String feature) {
        return "kano_" + feature + "_functional";
    }

    private static String dysfunctional(String feature) {
        return "kano_" + feature + "_dysfunctional";
    }
}
