package io.earshot.questionnaire;

import java.util.Optional;
import java.util.function.Consumer;

/** A name keeps its meaning over the versions, or the data of two versions would be mixed into one column. */
final class ReuseRule implements Rule {
    private final Questionnaire previous;

    ReuseRule(Questionnaire previous) {
        this.previous = previous;
    }

    @Override
    public void check(Place content, Consumer<Finding> findings) {
        content.elements().forEach(element -> {
            String name = element.word("name");
            Optional<Question> before = previous.questions().stream()
                    .filter(question -> VariableName.key(question.name()).equals(VariableName.key(name)))
                    .findFirst();
            before.filter(question -> !question.type().equals(element.word("type")))
                    .ifPresent(question -> findings.accept(Finding.error(
                            "name-reused",
                            element.at("name").pointer(),
                            "The name " + name + " was a question of type " + question.type()
                                    + " in the published version; give the new question another name.")));
        });
    }
}
