package io.earshot.report;

import io.earshot.dataset.ScoredColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Finding;
import io.earshot.finding.PriceAcceptance;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.market.PriceCurves;
import io.earshot.statistics.market.PriceSensitivity;
import io.earshot.statistics.market.PriceSensitivity.NamedPrice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Van Westendorp's price sensitivity meter, of four questions for a number that are known by their names. */
public record PriceSection(boolean optional) implements ModuleSection {
    static final String KIND = "price-sensitivity";

    private static final List<String> NAMES =
            List.of("price_too_cheap", "price_cheap", "price_expensive", "price_too_expensive");

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Optional<String> lack(Questionnaire questionnaire) {
        List<String> absent = NAMES.stream()
                .filter(name -> questionnaire
                        .variable(name)
                        .filter(variable -> variable.format() == Variable.Format.NUMBER)
                        .isEmpty())
                .toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("The price sensitivity meter needs four questions for a number, named "
                        + String.join(", ", NAMES) + "; there is no " + String.join(", ", absent) + ".");
    }

    @Override
    public List<Finding> present(Answers answers) {
        List<ScoredColumn> columns = NAMES.stream()
                .map(name -> answers.data().column(name, ScoredColumn.class))
                .toList();
        double[][] rows = new double[answers.data().rows()][NAMES.size()];
        for (int question = 0; question < NAMES.size(); question++) {
            ScoredColumn column = columns.get(question);
            for (int row = 0; row < rows.length; row++) {
                Watch.look(row);
                rows[row][question] = column.score(row);
            }
        }
        List<Subject> questions = NAMES.stream().map(answers::subject).toList();
        String unit = Objects.requireNonNullElse(columns.get(0).variable().unit(), "");
        // As R's package counts, so that its numbers are these.
        return List.of(new PriceAcceptance(
                questions,
                answers.base(row ->
                        rows[row][0] < rows[row][1] && rows[row][1] < rows[row][2] && rows[row][2] < rows[row][3]),
                unit,
                answers.weights()
                        .map(weights -> PriceSensitivity.of(rows, weights, NamedPrice.EXCLUDED))
                        .orElseGet(() -> PriceSensitivity.of(rows, NamedPrice.EXCLUDED)),
                answers.weights()
                        .map(weights -> PriceCurves.of(rows, weights, NamedPrice.EXCLUDED))
                        .orElseGet(() -> PriceCurves.of(rows, NamedPrice.EXCLUDED))));
    }
}
