package io.earshot.questionnaire.check;

import java.util.function.Consumer;

/** A name keeps its meaning over all versions, or the data of two of them would be mixed into one column. */
final class ReuseRule implements Rule {
    private final EarlierNames earlier;

    ReuseRule(EarlierNames earlier) {
        this.earlier = earlier;
    }

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        instrument.elements().stream()
                .filter(element -> instrument.variable(element.name()).isEmpty() && element.kind() != Kind.STATEMENT)
                .forEach(element ->
                        compare(element.name(), element.role(), element.place().at("name"), findings));
        instrument
                .variables()
                .forEach(variable -> compare(variable.name(), variable.role(), variable.origin(), findings));
    }

    private void compare(String name, String role, Place place, Consumer<Finding> findings) {
        earlier.use(name)
                .filter(before -> !before.role().equals(role))
                .ifPresent(before -> findings.accept(Finding.error(
                        "name-reused",
                        place.pointer(),
                        "The name " + name + " was " + before.role() + " in version " + before.version() + " and is "
                                + role + " now; give the new one another name.")));
    }
}
