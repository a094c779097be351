package io.earshot.questionnaire.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A score is made of numbers, and turned round where both ends are known. */
final class ScoreRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        instrument.whole().each("scores").forEach(score -> {
            Set<String> taken = new HashSet<>();
            score.each("items").forEach(item -> {
                String name = Derived.item(item);
                if (!taken.add(name)) {
                    findings.accept(Finding.error(
                            "duplicate-item",
                            item.pointer(),
                            "The variable " + name + " is an item already; name every item once."));
                    return;
                }
                item(instrument, item, name, findings);
            });
            limits(score, findings);
        });
    }

    private static void item(Instrument instrument, Place item, String name, Consumer<Finding> findings) {
        Optional<Named> variable = instrument.variable(name);
        if (variable.isEmpty()) {
            findings.accept(Finding.error(
                    "unknown-name",
                    item.pointer(),
                    "The score counts " + name + ", which is no variable here; use the names of variables."));
            return;
        }
        boolean reversed = item.json().has("reversed")
                ? item.flag("reversed")
                : variable.get().place().flag("reversed");
        if (!isNumeric(variable.get())) {
            findings.accept(Finding.error(
                    "not-numeric",
                    item.pointer(),
                    "The answers to " + name
                            + " are no numbers, so that they can't be added up; give its options whole numbers as codes or leave"
                            + " it out."));
        } else if (reversed && ends(variable.get()).isEmpty()) {
            findings.accept(Finding.error(
                    "reversed-without-limits",
                    item.pointer(),
                    "Nobody knows around which middle to turn " + name + "; give it min and max."));
        }
    }

    private static boolean isNumeric(Named variable) {
        Asked asked = variable.asked();
        if (asked == null) {
            return variable.place().has("method")
                    || variable.place().word("type").equals("number");
        }
        return switch (asked.kind()) {
            case NPS, CSAT, CES, RATING, SLIDER, NUMBER -> true;
            case CONSTANT_SUM, TIME -> true;
            case SINGLE_CHOICE ->
                variable.place() == asked.place() && asked.ends().isPresent();
            default -> !asked.isSet() && asked.ends().isPresent();
        };
    }

    private static Optional<Asked.Ends> ends(Named variable) {
        return Optional.ofNullable(variable.asked()).flatMap(Asked::ends);
    }

    private static void limits(Place score, Consumer<Finding> findings) {
        int items = score.json().path("items").size();
        if (score.json().path("minAnswered").asInt(0) > items) {
            findings.accept(Finding.error(
                    "more-than-items",
                    score.at("minAnswered").pointer(),
                    "The limit minAnswered is " + score.word("minAnswered") + ", but there are " + items
                            + " items; lower it."));
        }
        for (String end : new String[] {"from", "to"}) {
            Place range = score.at("rescale").at(end);
            if (range.json().size() == 2
                    && range.json()
                                    .get(0)
                                    .decimalValue()
                                    .compareTo(range.json().get(1).decimalValue())
                            == 0) {
                findings.accept(Finding.error(
                        "empty-range",
                        range.pointer(),
                        "Both ends of the range are " + range.json().get(0)
                                + ", so that nothing can be rescaled; give two different numbers."));
            }
        }
    }
}
