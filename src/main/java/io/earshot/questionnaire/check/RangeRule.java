package io.earshot.questionnaire.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Limits leave something to answer. */
final class RangeRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        for (Asked element : instrument.elements()) {
            switch (element.kind()) {
                case NUMBER, SLIDER -> {
                    ordered(element.place(), element.place()::number, findings);
                    step(element.place(), findings);
                }
                case MULTIPLE_CHOICE -> {
                    ordered(element.place(), element.place()::number, findings);
                    choices(element, findings);
                }
                case DATE -> ordered(element.place(), limit -> date(element.place(), limit, findings), findings);
                case TIME -> ordered(element.place(), limit -> time(element.place(), limit, findings), findings);
                case RANKING ->
                    atMost(
                            element.place(),
                            "top",
                            element.place().json().path("options").size(),
                            "options",
                            findings);
                case CONSTANT_SUM -> total(element.place(), findings);
                default -> {}
            }
        }
    }

    private static <T extends Comparable<? super T>> void ordered(
            Place element, Function<String, Optional<T>> limits, Consumer<Finding> findings) {
        Optional<T> min = limits.apply("min");
        Optional<T> max = limits.apply("max");
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            findings.accept(Finding.error(
                    "empty-range",
                    element.at("min").pointer(),
                    "The limit min (" + element.word("min") + ") is more than max (" + element.word("max")
                            + "), so that no answer is allowed; swap or change them."));
        }
    }

    private static void step(Place element, Consumer<Finding> findings) {
        Optional<BigDecimal> width = element.number("min")
                .flatMap(min -> element.number("max").map(max -> max.subtract(min)))
                .filter(range -> range.signum() >= 0);
        Optional<BigDecimal> step = element.number("step");
        if (width.isPresent() && step.isPresent() && step.get().compareTo(width.get()) > 0) {
            findings.accept(Finding.error(
                    "step-too-large",
                    element.at("step").pointer(),
                    "The step (" + element.word("step") + ") is more than the distance of min and max ("
                            + width.get().toPlainString() + "), so that only min could be answered; make it smaller."));
        }
    }

    /** Exclusive options can't be chosen together with others, so they help nobody to reach a least number. */
    private static void choices(Asked element, Consumer<Finding> findings) {
        Place place = element.place();
        int all = place.json().path("options").size();
        int together = (int)
                element.options().filter(option -> !option.flag("exclusive")).count();
        int min = place.json().path("min").asInt(0);
        if (min > 1 && min > together && min <= all) {
            findings.accept(Finding.error(
                    "more-than-options",
                    place.at("min").pointer(),
                    "The limit min is " + min + ", but only " + together
                            + " options can be chosen together, the others being exclusive; lower it or add options."));
            return;
        }
        atMost(place, "min", all, "options", findings);
        atMost(place, "max", all, "options", findings);
    }

    private static void atMost(Place place, String limit, int there, String things, Consumer<Finding> findings) {
        if (place.json().path(limit).asInt(0) > there) {
            findings.accept(Finding.error(
                    "more-than-options",
                    place.at(limit).pointer(),
                    "The limit " + limit + " is " + place.word(limit) + ", but there are " + there + " " + things
                            + "; lower it or add " + things + "."));
        }
    }

    private static void total(Place place, Consumer<Finding> findings) {
        BigDecimal step = place.number("step").orElse(BigDecimal.ONE);
        place.number("total")
                .filter(total -> step.signum() > 0 && total.remainder(step).signum() != 0)
                .ifPresent(total -> findings.accept(Finding.error(
                        "total-not-reachable",
                        place.at("total").pointer(),
                        "No sum of multiples of " + step.toPlainString() + " is " + total.toPlainString()
                                + "; make total a multiple of step.")));
    }

    private static Optional<LocalDate> date(Place place, String limit, Consumer<Finding> findings) {
        return read(place.at(limit), LocalDate::parse, "a date such as 2026-12-31", findings);
    }

    private static Optional<LocalTime> time(Place place, String limit, Consumer<Finding> findings) {
        return read(place.at(limit), LocalTime::parse, "a time from 00:00 to 23:59", findings);
    }

    private static <T> Optional<T> read(
            Place limit, Function<String, T> parse, String expected, Consumer<Finding> findings) {
        if (!limit.json().isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(limit.json().textValue()));
        } catch (DateTimeException e) {
            findings.accept(Finding.error(
                    "not-allowed",
                    limit.pointer(),
                    "This must be " + expected + ": " + limit.json().textValue() + "."));
            return Optional.empty();
        }
    }
}
