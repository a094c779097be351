package io.earshot.questionnaire.flow;

import io.earshot.problem.Fault;
import io.earshot.questionnaire.AnswerFault;
import io.earshot.questionnaire.Consent;
import io.earshot.questionnaire.FileQuestion;
import io.earshot.questionnaire.MaxDiff;
import io.earshot.questionnaire.Option;
import io.earshot.questionnaire.Part;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Shuffle;
import io.earshot.questionnaire.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way through one questionnaire, ready to be gone by any number of respondents at once. Immutable; made once for a
 * published version, since every response goes through it.
 */
public final class Flow {
    private final Questionnaire questionnaire;
    private final List<PlannedPage> pages;
    private final Derivation derivation;
    private final Map<String, PlannedQuestion> byVariable = new HashMap<>();
    private final Map<String, Variable> unasked = new HashMap<>();
    private final int questions;
    private final List<Consent> consents;
    private final List<FileQuestion> files;
    private final boolean sameForAll;

    private Flow(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        pages = PlannedPage.of(questionnaire);
        derivation = new Derivation(questionnaire);
        int count = 0;
        for (PlannedPage page : pages) {
            for (PlannedPage.PlannedElement element : page.elements()) {
                PlannedQuestion question = element.question();
                if (question != null) {
                    count++;
                    question.slots().forEach(slot -> byVariable.put(slot.name(), question));
                }
            }
        }
        questions = count;
        consents = ofKind(Consent.class);
        files = ofKind(FileQuestion.class);
        sameForAll = pages.stream().allMatch(PlannedPage::isSameForAll);
        questionnaire.variables().forEach(variable -> unasked.put(variable.name(), variable));
        unasked.keySet().removeAll(byVariable.keySet());
    }

    public static Flow of(Questionnaire questionnaire) {
        return new Flow(questionnaire);
    }

    private <T> List<T> ofKind(Class<T> kind) {
        return questionnaire.questions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The questions that ask for consent. */
    public List<Consent> consents() {
        return consents;
    }

    /** The questions that ask for files. */
    public List<FileQuestion> files() {
        return files;
    }

    /** Whether every respondent is asked everything. */
    public boolean isSameForAll() {
        return sameForAll;
    }

    /** The names that decide who is asked what, such as {@code nps} or {@code traits}. */
    public Set<String> decidedBy() {
        return pages.stream().flatMap(PlannedPage::names).collect(Collectors.toSet());
    }

    /** Goes from the first page to the end with what is known of a respondent. */
    public Passage pass(Known known) {
        return new Walk(this, known).passage();
    }

    /**
     * Every order that is drawn, whether or not all of it is visible: by question, by set of a max_diff ({@code name_i}), by
     * {@code /pages/name} for elements, by {@code /pages}.
     *
     * @param seed unsigned, 32 bits
     */
    public Map<String, List<String>> presented(long seed) {
        Map<String, List<String>> orders = new LinkedHashMap<>();
        List<PlannedPage> drawn = PlannedPage.drawn(pages, questionnaire, seed);
        if (questionnaire.shuffle() != Shuffle.NONE) {
            orders.put("/pages", drawn.stream().map(page -> page.page().name()).toList());
        }
        for (PlannedPage page : drawn) {
            if (page.page().shuffle() != Shuffle.NONE) {
                orders.put(
                        "/pages/" + page.page().name(),
                        page.drawn(seed).stream()
                                .map(element -> element.element().name())
                                .toList());
            }
            for (PlannedPage.PlannedElement element : page.drawn(seed)) {
                if (element.question() != null) {
                    present(element.question().question(), seed, orders);
                }
            }
        }
        return orders;
    }

    private void present(Question question, long seed, Map<String, List<String>> orders) {
        if (question.shuffle() == Shuffle.NONE) {
            return;
        }
        if (question instanceof MaxDiff maxDiff) {
            sets(maxDiff, seed).forEach((name, items) -> orders.put(name, keys(items)));
        } else {
            List<? extends Part> parts = question.rows().isEmpty() ? options(question, seed) : rows(question, seed);
            orders.put(question.name(), keys(parts));
        }
    }

    private static List<String> keys(List<? extends Part> parts) {
        return parts.stream().map(Part::key).toList();
    }

    List<? extends Part> rows(Question question, @Nullable Long seed) {
        return Draw.order(List.<Part>copyOf(question.rows()), question.shuffle(), question.name(), seed, Part::pinned);
    }

    /** In a table of rows and options, it is the rows that are put in order. */
    List<Option> options(Question question, @Nullable Long seed) {
        return question.rows().isEmpty()
                ? Draw.order(question.options(), question.shuffle(), question.name(), seed, Option::pinned)
                : question.options();
    }

    Map<String, List<Option>> sets(MaxDiff question, @Nullable Long seed) {
        Map<String, List<Option>> sets = new LinkedHashMap<>();
        for (int i = 0; i < question.sets().size(); i++) {
            String name = question.name() + "_" + (i + 1);
            List<Option> items = question.sets().get(i).stream()
                    .flatMap(code -> question.options().stream()
                            .filter(option -> option.code().equals(code)))
                    .toList();
            sets.put(name, Draw.order(items, question.shuffle(), name, seed, Option::pinned));
        }
        return sets;
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    List<PlannedPage> pages() {
        return pages;
    }

    Derivation derivation() {
        return derivation;
    }

    /** How many there are. */
    int questions() {
        return questions;
    }

    /** The question that asks for a variable; null if none does. */
    @Nullable
    PlannedQuestion asking(String variable) {
        return byVariable.get(variable);
    }

    /** What is wrong with a value that no question asks for: hidden fields are judged elsewhere. */
    Optional<Fault> unasked(String name) {
        Variable variable = unasked.get(name);
        return variable == null ? Optional.of(AnswerFault.unknownVariable(name)) : Optional.empty();
    }
}
