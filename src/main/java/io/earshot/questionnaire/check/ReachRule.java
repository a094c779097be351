package io.earshot.questionnaire.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Every page and every ending can be seen by somebody. */
final class ReachRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        pages(instrument, findings);
        endings(instrument, findings);
        instrument.elements().stream()
                .filter(element -> Logic.never(element.place().at("visibleIf")))
                .forEach(element -> findings.accept(Finding.advice(
                        "never-shown",
                        element.place().at("visibleIf").pointer(),
                        "Nobody is ever shown this, because its condition never holds; correct the condition or remove the"
                                + " element.")));
    }

    private static void pages(Instrument instrument, Consumer<Finding> findings) {
        List<Place> pages = instrument.pages();
        Order order = instrument.order();
        boolean[] reached = new boolean[pages.size()];
        for (int page = 0; page < pages.size(); page++) {
            boolean first = page == 0 || (order.shufflesPages() && order.block(page) != order.block(page - 1));
            reached[page] |= first;
            if (Logic.never(pages.get(page).at("visibleIf"))) {
                if (page + 1 < pages.size()) {
                    reached[page + 1] |= reached[page];
                }
                findings.accept(Finding.error(
                        "unreachable-page",
                        pages.get(page).at("visibleIf").pointer(),
                        "Nobody ever sees this page, because its condition never holds; correct the condition or remove the"
                                + " page."));
            } else if (!reached[page]) {
                findings.accept(Finding.error(
                        "unreachable-page",
                        pages.get(page).pointer(),
                        "Nobody ever sees this page, because every goTo before it leads past it; change one of them or remove"
                                + " the page."));
            } else {
                leave(instrument, page, reached);
            }
        }
    }

    private static void leave(Instrument instrument, int page, boolean[] reached) {
        Place place = instrument.pages().get(page);
        Branch branch = Branch.of(place);
        boolean maySkip = !Logic.always(place.at("visibleIf"));
        if (page + 1 < reached.length
                && (maySkip || branch.mayGoOn() || !branch.invalid().isEmpty())) {
            reached[page + 1] = true;
        }
        branch.goals().stream()
                .filter(goal -> goal.json().isTextual())
                .flatMap(goal -> instrument.page(goal.json().textValue()).stream())
                .forEach(target -> reached[target] = true);
    }

    /** An ending after one that always holds is for nobody, unless a quota leads to it. */
    private static void endings(Instrument instrument, Consumer<Finding> findings) {
        Set<String> ofQuotas = new HashSet<>();
        instrument.whole().each("quotas").forEach(quota -> ofQuotas.add(quota.word("ending")));
        boolean decided = false;
        for (Place ending : instrument.whole().each("endings").toList()) {
            boolean never = Logic.never(ending.at("if"));
            if ((decided || never) && !ofQuotas.contains(ending.word("name"))) {
                findings.accept(Finding.error(
                        "unreachable-ending",
                        ending.pointer(),
                        never
                                ? "Nobody ever sees this ending, because its condition never holds; correct the condition or"
                                        + " remove the ending."
                                : "Nobody ever sees this ending, because an earlier one always holds; move it before that one or"
                                        + " remove it."));
            }
            decided |= Logic.always(ending.at("if"));
        }
    }
}
