package io.earshot.questionnaire.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A goTo leads forward to a page that there is. */
final class GoToRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        List<Place> pages = instrument.pages();
        for (int page = 0; page < pages.size(); page++) {
            Branch branch = Branch.of(pages.get(page));
            branch.invalid()
                    .forEach(
                            result -> findings.accept(
                                    Finding.error(
                                            "invalid-goto",
                                            result.pointer(),
                                            "A goTo must give the literal name of a page, \"end\" or null; choose among them with if.")));
            for (Place goal : branch.goals()) {
                if (goal.json().isTextual() && !goal.json().textValue().equals(Branch.END)) {
                    goal(instrument, page, goal, findings);
                }
            }
        }
    }

    private static void goal(Instrument instrument, int page, Place goal, Consumer<Finding> findings) {
        String name = goal.json().textValue();
        Optional<Integer> target = instrument.page(name);
        if (target.isEmpty()) {
            findings.accept(Finding.error(
                    "unknown-page",
                    goal.pointer(),
                    "There is no page " + name.substring(0, Math.min(64, name.length()))
                            + "; use the name of a later page, \"end\" or null."));
        } else if (target.get() <= page) {
            findings.accept(Finding.error(
                    "branch-backwards",
                    goal.pointer(),
                    "The goTo leads " + (target.get() == page ? "to its own page " : "back to the page ") + name
                            + ", so that the questionnaire might never end; lead to a later page."));
        } else if (instrument.order().block(target.get()) != instrument.order().block(page)
                && instrument.order().shufflesPages()) {
            findings.accept(Finding.error(
                    "branch-out-of-block",
                    goal.pointer(),
                    "The page " + name
                            + " may come earlier or later, because pages are shuffled; give both pages the same block, or lead to"
                            + " \"end\"."));
        }
    }
}
