package io.earshot.questionnaire.check;

import java.util.Optional;
import java.util.Set;

/** Which names there are, and which have a value at a moment of the interview. */
final class Known {
    /** What the app or the device tells; anything may follow the dot. */
    private static final Set<String> TOLD = Set.of("traits", "context");

    private static final int SHOWN = 64;

    private final Instrument instrument;
    private final Derived derived;

    /**
     * Just before an element is asked.
     *
     * @param index the element's place on its page; past the last one when the page is left
     */
    record Moment(int page, int index) {}

    private enum When {
        BEFORE,
        UNDECIDED,
        LATER
    }

    Known(Instrument instrument) {
        this.instrument = instrument;
        this.derived = new Derived(instrument);
    }

    Moment left(int page) {
        return new Moment(
                page, instrument.pages().get(page).json().path("elements").size());
    }

    /**
     * The error in looking at the name at that moment, if there is one.
     *
     * @param moment empty for the end, when all is known
     * @param looks  the beginning of the sentence, such as {@code The condition looks at}
     */
    Optional<Finding> of(String name, Optional<Moment> moment, String looks, Place place) {
        if (TOLD.contains(name)) {
            return Optional.empty();
        }
        Optional<Named> variable = instrument.variable(name);
        if (variable.isEmpty()) {
            return Optional.of(Finding.error(
                    "unknown-name",
                    place.pointer(),
                    looks + " " + shown(name)
                            + ", which is no variable here; use a variable's name, traits.* or context.*."));
        }
        if (moment.isEmpty()) {
            return Optional.empty();
        }
        return switch (when(variable.get(), moment.get())) {
            case BEFORE -> Optional.empty();
            case UNDECIDED ->
                Optional.of(Finding.error(
                        "undecided-order",
                        place.pointer(),
                        looks + " " + name
                                + ", which may be asked before or after, because the order is shuffled; pin both, or put them"
                                + " on pages of one block."));
            case LATER ->
                Optional.of(Finding.error(
                        "asked-later",
                        place.pointer(),
                        looks + " " + name
                                + ", which is not asked before; look at earlier answers or move the question."));
        };
    }

    /** A computed variable has a value as soon as something that it is made of has. */
    private When when(Named variable, Moment moment) {
        if (!variable.isComputed()) {
            return variable.asked() == null ? When.BEFORE : when(variable.asked(), moment);
        }
        Set<String> asked = derived.asked(variable.name());
        return asked.stream()
                .flatMap(name -> instrument.variable(name).stream())
                .flatMap(input -> Optional.ofNullable(input.asked()).stream())
                .map(input -> when(input, moment))
                .min(Enum::compareTo)
                .orElse(When.BEFORE);
    }

    private When when(Asked asked, Moment moment) {
        Order order = instrument.order();
        if (order.elementIsBefore(asked, moment.page(), moment.index())) {
            return When.BEFORE;
        }
        return order.momentIsBefore(moment.page(), moment.index(), asked) ? When.LATER : When.UNDECIDED;
    }

    private static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }
}
