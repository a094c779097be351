package io.earshot.questionnaire.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Element;
import io.earshot.questionnaire.Ending;
import io.earshot.questionnaire.MaxDiff;
import io.earshot.questionnaire.Option;
import io.earshot.questionnaire.Page;
import io.earshot.questionnaire.Part;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Quota;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.logic.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one respondent is asked and what is kept of the answers. */
public final class Passage {
    private final Flow flow;
    private final Known known;
    private final List<PlannedPage> drawn;
    private final List<PassedPage> path;
    private final List<Visible> seen;
    private final Map<String, JsonNode> kept;
    private final Derivation.Values derived;
    private final Map<String, @Nullable Object> data;
    private final List<Fault> faults;
    private final List<Fault> demands;
    private final List<String> attention;

    /**
     * A page of the path.
     *
     * @param elements those that are shown or may be, one or more, in the order drawn
     */
    record PassedPage(Page page, List<PassedElement> elements) {}

    record PassedElement(Element element, Visible visible) {
        boolean isRequired() {
            return visible.question() == Truth.YES && visible.required() == Truth.YES;
        }
    }

    Passage(
            Flow flow,
            Known known,
            List<PlannedPage> drawn,
            List<PassedPage> path,
            List<Visible> seen,
            Map<String, JsonNode> kept,
            Derivation.Values derived,
            Map<String, @Nullable Object> data,
            List<Fault> faults,
            List<Fault> demands,
            List<String> attention) {
        this.flow = flow;
        this.known = known;
        this.drawn = drawn;
        this.path = path;
        this.seen = seen;
        this.kept = kept;
        this.derived = derived;
        this.data = data;
        this.faults = List.copyOf(faults);
        this.demands = List.copyOf(demands);
        this.attention = List.copyOf(attention);
    }

    /** The pages that are asked, or may be, in the order drawn. */
    List<PassedPage> path() {
        return path;
    }

    /**
     * Whether the respondent was asked for a variable; yes for what nobody is asked for, such as a hidden field.
     *
     * @param variable one of the questionnaire's
     */
    public Truth asked(String variable) {
        PlannedQuestion planned = flow.asking(variable);
        if (planned == null) {
            return Truth.YES;
        }
        Visible visible = seen.get(planned.index());
        return planned.slots().stream()
                .filter(slot -> slot.name().equals(variable) && visible.question() != Truth.NO)
                .map(slot -> visible.question().and(visible.slot(slot)))
                .findFirst()
                .orElse(Truth.NO);
    }

    /** The answers that are kept, hidden fields among them, by variable. */
    public Map<String, JsonNode> answers() {
        return Collections.unmodifiableMap(kept);
    }

    /** Scores and computed values that have a value, by name; a whole number is written without a fraction. */
    public Map<String, JsonNode> derived() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        derived.scores().forEach((name, value) -> all.put(name, Derivation.number(value)));
        all.putAll(derived.computed());
        return all;
    }

    /** Given answers with scores and computed values as they were worked out here, whatever was said of them. */
    public Map<String, JsonNode> withDerived(Map<String, JsonNode> given) {
        Map<String, JsonNode> all = new LinkedHashMap<>(given);
        flow.questionnaire().derived().forEach(variable -> all.remove(variable.name()));
        all.putAll(derived());
        return all;
    }

    Map<String, Double> scores() {
        return derived.scores();
    }

    Map<String, JsonNode> computed() {
        return derived.computed();
    }

    /**
     * What is wrong with the answers.
     *
     * @param complete true if the respondent has finished, so that what is required and visible must be there
     * @return faults with pointers into the answers, such as {@code /reasons/1}
     */
    public List<Fault> faults(boolean complete) {
        return complete ? Stream.concat(faults.stream(), demands.stream()).toList() : faults;
    }

    /** What a complete response lacks: unanswered variables, and consent that was declined. */
    List<Fault> demands() {
        return demands;
    }

    /** The variables of the attention checks that were failed, in the order of asking. */
    public List<String> failedChecks() {
        return attention;
    }

    /** The quotas that the respondent surely counts for, in the questionnaire's order. */
    public List<Quota> quotas() {
        return flow.questionnaire().quotas().stream()
                .filter(quota -> quota.when().holds(data, known.now()) == Truth.YES)
                .toList();
    }

    /** The first ending that holds; empty if none does, or if that can't be told. */
    public Optional<Ending> ending() {
        for (Ending ending : flow.questionnaire().endings()) {
            Truth holds = ending.when().holds(data, known.now());
            if (holds != Truth.NO) {
                return holds == Truth.YES ? Optional.of(ending) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The page after a page: the first of the path that comes later in the order drawn; empty for the end. */
    Optional<String> next(String page) {
        int at = position(page);
        return path.stream()
                .map(passed -> passed.page().name())
                .filter(name -> position(name) > at)
                .findFirst();
    }

    /** The page before a page; empty if there is none. */
    Optional<String> back(String page) {
        int at = position(page);
        return path.stream()
                .map(passed -> passed.page().name())
                .filter(name -> position(name) < at)
                .reduce((first, second) -> second);
    }

    private int position(String page) {
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.get(i).page().name().equals(page)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "no page " + page + " in " + flow.questionnaire().name());
    }

    /** The codes shown of a question, in order; of a max_diff by set. */
    Map<String, List<String>> options(PassedElement passed) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        if (passed.element() instanceof MaxDiff maxDiff) {
            flow.sets(maxDiff, known.seed()).forEach((name, items) -> {
                if (passed.visible().sets().get(shown.size()) != Truth.NO) {
                    shown.put(name, keys(items, passed.visible().options()));
                } else {
                    shown.put(name, List.of());
                }
            });
            shown.values().removeIf(List::isEmpty);
        } else if (passed.element() instanceof Question question
                && !question.options().isEmpty()) {
            List<Option> drawnOptions = flow.options(question, known.seed());
            shown.put(question.name(), keys(drawnOptions, passed.visible().options()));
        }
        return shown;
    }

    /** The names of the rows shown of a question, in order. */
    List<String> rows(PassedElement passed) {
        return passed.element() instanceof Question question
                ? keys(flow.rows(question, known.seed()), passed.visible().rows())
                : List.of();
    }

    private static List<String> keys(List<? extends Part> parts, Map<String, Truth> verdicts) {
        List<String> keys = new ArrayList<>();
        for (Part part : parts) {
            if (verdicts.getOrDefault(part.key(), Truth.YES) != Truth.NO) {
                keys.add(part.key());
            }
        }
        return keys;
    }

    /** A text as the respondent reads it at the end of the path, with what it pipes filled in. */
    public String text(Text text, String language) {
        return new Piping(flow, data, kept, language)
                .fill(text.in(language, flow.questionnaire().defaultLanguage()));
    }
}
