package io.earshot.questionnaire.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.AnswerFault;
import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.Element;
import io.earshot.questionnaire.Hidden;
import io.earshot.questionnaire.Page;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Shuffle;
import io.earshot.questionnaire.logic.Logic;
import io.earshot.questionnaire.logic.Truth;
import io.earshot.questionnaire.logic.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One respondent's way from the first page to the end. Used once, by one thread. */
final class Walk {
    private final Flow flow;
    private final Known known;
    private final List<PlannedPage> pages;
    private final Map<String, @Nullable Object> data = new HashMap<>();
    private final Map<String, JsonNode> kept = new LinkedHashMap<>();
    private final Visible[] seen;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> demands = new ArrayList<>();
    private final List<String> attention = new ArrayList<>();
    private final List<Passage.PassedPage> path = new ArrayList<>();
    private Derivation.Values derived;

    Walk(Flow flow, Known known) {
        this.flow = flow;
        this.known = known;
        pages = PlannedPage.drawn(flow.pages(), flow.questionnaire(), known.seed());
        seen = new Visible[flow.questions()];
        Arrays.fill(seen, Visible.nothing());
        data.put("traits", known.traits());
        data.put("context", known.context());
        flow.questionnaire().hidden().forEach(this::keepHidden);
        derived = flow.derivation().evaluate(kept, known.answers(), data, known.now());
    }

    private void keepHidden(Hidden hidden) {
        JsonNode value = known.answers().get(hidden.name());
        if (value != null && value.isNull()) {
            faults.add(AnswerFault.noValue(hidden.name()));
        } else if (value != null) {
            hidden.check(value).ifPresent(faults::add);
            kept.put(hidden.name(), value);
            data.put(hidden.name(), Logic.plain(value));
        }
    }

    Passage passage() {
        if (isOrderUnknown(flow.questionnaire().shuffle())) {
            // Which page comes next can't be told, so that each may be asked.
            pages.forEach(page -> pass(page, Truth.UNDECIDED));
        } else {
            follow();
        }
        judgeTheRest();
        return new Passage(flow, known, pages, path, List.of(seen), kept, derived, data, faults, demands, attention);
    }

    /** Goes along every way that is possible at once; where they meet, the page is surely passed. */
    private void follow() {
        NavigableSet<Integer> heads = new TreeSet<>(List.of(0));
        while (heads.first() < pages.size()) {
            int at = heads.pollFirst();
            Truth reached = heads.isEmpty() ? Truth.YES : Truth.UNDECIDED;
            PlannedPage page = pages.get(at);
            Truth visible = page.page().visibleIf().holds(data, known.now());
            if (visible != Truth.NO) {
                pass(page, reached.and(visible));
                leadsTo(page.page(), at, heads);
            }
            if (visible != Truth.YES) {
                heads.add(at + 1);
            }
        }
    }

    private void leadsTo(Page page, int at, NavigableSet<Integer> heads) {
        if (page.goTo() == null) {
            heads.add(at + 1);
            return;
        }
        for (Object outcome : page.goTo().outcomes(data, known.now())) {
            if (outcome == Unknown.VALUE) {
                for (int later = at + 1; later <= pages.size(); later++) {
                    heads.add(later);
                }
            } else {
                heads.add(position(outcome, at));
            }
        }
    }

    private int position(@Nullable Object outcome, int at) {
        if (Page.END.equals(outcome)) {
            return pages.size();
        }
        for (int later = at + 1; later < pages.size(); later++) {
            if (pages.get(later).page().name().equals(outcome)) {
                return later;
            }
        }
        return at + 1;
    }

    private void pass(PlannedPage planned, Truth shown) {
        boolean unordered = isOrderUnknown(planned.page().shuffle())
                || isOrderUnknown(flow.questionnaire().shuffle());
        Function<Condition, Truth> decide = condition -> decide(condition, unordered);
        List<Passage.PassedElement> elements = new ArrayList<>();
        for (PlannedPage.PlannedElement each : planned.drawn(known.seed())) {
            Visible visible = visit(each.element(), each.question(), shown, decide);
            if (visible.question() != Truth.NO) {
                elements.add(new Passage.PassedElement(each.element(), visible));
            }
        }
        if (!elements.isEmpty()) {
            path.add(new Passage.PassedPage(planned.page(), elements));
        }
        derived = flow.derivation().evaluate(kept, known.answers(), data, known.now());
    }

    private Visible visit(
            Element element, @Nullable PlannedQuestion question, Truth shown, Function<Condition, Truth> decide) {
        if (question == null) {
            Truth visible = shown.and(decide.apply(element.visibleIf()));
            return new Visible(visible, Truth.NO, Map.of(), Map.of(), List.of());
        }
        Visible visible = Visible.of(question.question(), shown, decide);
        if (visible.question() != Truth.NO) {
            seen[question.index()] = visible;
            ask(question, visible);
        }
        return visible;
    }

    private void ask(PlannedQuestion planned, Visible visible) {
        Map<String, JsonNode> answers = Keeping.keep(planned, visible, known.answers(), faults);
        answers.forEach((name, answer) -> {
            kept.put(name, answer);
            data.put(name, Logic.plain(answer));
        });
        if (visible.question() == Truth.YES && visible.required() == Truth.YES) {
            demand(planned, visible, answers);
        }
        if (!planned.expected().isEmpty()) {
            planned.slots().stream()
                    .filter(slot -> failed(planned, slot, answers.get(slot.name())))
                    .forEach(slot -> attention.add(slot.name()));
        }
    }

    private void demand(PlannedQuestion planned, Visible visible, Map<String, JsonNode> answers) {
        Question question = planned.question();
        for (Fault fault : question.demands(answers)) {
            planned.slots().stream()
                    .filter(slot -> Fault.segment(slot.name()).equals(fault.pointer()))
                    .filter(slot -> visible.slot(slot) == Truth.YES)
                    .forEach(slot -> demands.add(fault));
        }
    }

    private static boolean failed(PlannedQuestion planned, Slot slot, @Nullable JsonNode answer) {
        var expected = planned.expected().get(slot.name());
        return expected != null && answer != null && !expected.isMetBy(answer, slot.variable());
    }

    /** Where the order is not known, what hangs on anything may hang on what came before. */
    private Truth decide(Condition condition, boolean unordered) {
        return unordered && !condition.isConstant() ? Truth.UNDECIDED : condition.holds(data, known.now());
    }

    private boolean isOrderUnknown(Shuffle shuffle) {
        return shuffle != Shuffle.NONE && known.seed() == null;
    }

    /** The answers to what was not asked, and to what does not exist. */
    private void judgeTheRest() {
        List<Fault> rest = new ArrayList<>();
        known.answers().forEach((name, answer) -> {
            PlannedQuestion question = flow.asking(name);
            if (question == null) {
                flow.unasked(name).ifPresent(rest::add);
            } else if (seen[question.index()].question() == Truth.NO) {
                rest.add(answer.isNull() ? AnswerFault.noValue(name) : AnswerFault.notAsked(name));
            }
        });
        faults.addAll(0, rest);
    }
}
