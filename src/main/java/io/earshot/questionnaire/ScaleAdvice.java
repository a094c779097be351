package io.earshot.questionnaire;

import java.util.function.Consumer;

/** What a methodologist would say about scales. */
final class ScaleAdvice implements Rule {
    private static final int MANY_ROWS = 20;

    @Override
    public void check(Place content, Consumer<Finding> findings) {
        content.elements().forEach(element -> {
            String type = element.word("type");
            boolean hasEnds = type.equals(Rating.TYPE) || type.equals(Nps.TYPE);
            if (hasEnds && (!element.has("lowLabel") || !element.has("highLabel"))) {
                findings.accept(Finding.advice(
                        "no-end-labels",
                        element.pointer(),
                        "Nobody is told which end of the scale is good; add lowLabel and highLabel."));
            }
            int rows = element.json().path("rows").size();
            if (rows > MANY_ROWS) {
                findings.accept(Finding.advice(
                        "many-rows",
                        element.at("rows").pointer(),
                        "People stop reading after " + MANY_ROWS + " rows and here are " + rows
                                + "; split the question in two."));
            }
        });
    }
}
