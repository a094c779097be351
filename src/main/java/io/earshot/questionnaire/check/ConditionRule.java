package io.earshot.questionnaire.check;

import io.earshot.questionnaire.Condition;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A condition looks only at what exists and is known by then, and can be evaluated quickly. */
final class ConditionRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        Known known = new Known(instrument);
        List<Place> pages = instrument.pages();
        for (int page = 0; page < pages.size(); page++) {
            Known.Moment entered = new Known.Moment(page, 0);
            condition(pages.get(page).at("visibleIf"), known, Optional.of(entered), findings);
            condition(pages.get(page).at("goTo"), known, Optional.of(known.left(page)), findings);
        }
        for (Asked element : instrument.elements()) {
            Optional<Known.Moment> before = Optional.of(new Known.Moment(element.page(), element.index()));
            Stream.concat(Stream.of(element.place()), Stream.concat(element.options(), element.rows()))
                    .forEach(place -> condition(place.at("visibleIf"), known, before, findings));
            condition(element.place().at("requiredIf"), known, before, findings);
        }
        for (String list : List.of("endings", "quotas")) {
            instrument.whole().each(list).forEach(item -> condition(item.at("if"), known, Optional.empty(), findings));
        }
        instrument
                .whole()
                .each("computed")
                .forEach(item -> condition(item.at("compute"), known, Optional.empty(), findings));
    }

    /** @param moment when it is evaluated; empty for at the end or again and again */
    private static void condition(Place place, Known known, Optional<Known.Moment> moment, Consumer<Finding> findings) {
        if (!place.json().isContainerNode()) {
            return;
        }
        if (Logic.isTooLong(place)) {
            findings.accept(Finding.error(
                    "condition-too-long",
                    place.pointer(),
                    "The condition is longer than " + Logic.maxLength() + " characters; make it simpler."));
            return;
        }
        Condition condition = new Condition(place.json());
        condition
                .fault()
                .ifPresent(fault -> findings.accept(Finding.error("invalid-condition", place.pointer(), fault)));
        for (String name : condition.names()) {
            known.of(name, moment, "The condition looks at", place).ifPresent(findings);
        }
    }
}
