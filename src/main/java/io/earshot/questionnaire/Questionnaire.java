package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.flow.Flow;
import io.earshot.questionnaire.flow.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instrument: what is asked, in which words and order. Who sees it stands on a prompt.
 *
 * @param pages    one or more
 * @param hidden   values that the app gives along with the answers; may be none
 * @param computed values that are worked out, each from what stands before it; may be none
 * @param scores   scales that are worked out from answers; may be none
 * @param quotas   how many responses of a kind are wanted; may be none
 * @param shuffle  of the blocks of pages
 * @param source   where it was taken from, for instruments that others made; absent for one's own
 */
public record Questionnaire(
        String name,
        Text title,
        String defaultLanguage,
        List<Page> pages,
        List<Ending> endings,
        List<Hidden> hidden,
        List<Computed> computed,
        List<Score> scores,
        List<Quota> quotas,
        Shuffle shuffle,
        @Nullable String source) {
    public Questionnaire {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(defaultLanguage, "defaultLanguage");
        pages = List.copyOf(pages);
        endings = List.copyOf(requireNonNullElse(endings, List.of()));
        hidden = List.copyOf(requireNonNullElse(hidden, List.of()));
        computed = List.copyOf(requireNonNullElse(computed, List.of()));
        scores = List.copyOf(requireNonNullElse(scores, List.of()));
        quotas = List.copyOf(requireNonNullElse(quotas, List.of()));
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("pages of " + name + " must be one or more: 0");
        }
        unique("page", pages.stream().map(Page::name));
        unique(
                "variable",
                Stream.concat(given(pages, hidden), derived(scores, computed))
                        .map(variable -> VariableName.required(variable.name())));
        // Refuses items that can't be scored.
        var unused = new Scores(
                scores,
                given(pages, hidden).toList(),
                Scores.reversedRows(questions(pages).toList()));
    }

    public Questionnaire(String name, Text title, String defaultLanguage, List<Page> pages, List<Ending> endings) {
        this(
                name,
                title,
                defaultLanguage,
                pages,
                endings,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Shuffle.NONE,
                null);
    }

    /**
     * Reads a questionnaire's JSON.
     *
     * @throws IllegalArgumentException if it is not JSON, not a questionnaire, or one that a check would find errors in
     */
    public static Questionnaire read(String json) {
        return QuestionnaireJson.read(json);
    }

    /** Every variable: those of {@link #given()} and then those of {@link #derived()}. */
    public List<Variable> variables() {
        return Stream.concat(given(pages, hidden), derived(scores, computed)).toList();
    }

    /** The variables that answers give, in the order of asking; open texts follow their question, hidden fields come last. */
    public List<Variable> given() {
        return given(pages, hidden).toList();
    }

    /** The variables that are worked out from answers: scores, then computed values. */
    public List<Variable> derived() {
        return derived(scores, computed).toList();
    }

    /** The columns of its data: a ranking has one for each option, every other variable one. */
    public List<Variable> columns() {
        return variables().stream()
                .flatMap(variable -> variable.columns().stream())
                .toList();
    }

    public Optional<Variable> variable(String name) {
        return variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /** Everything to answer, in the order of asking. */
    public List<Question> questions() {
        return questions(pages).toList();
    }

    /** The question of that name; the name of a likert's row or of an open text is not a question's. */
    public Optional<Question> question(String name) {
        return questions(pages).filter(question -> question.name().equals(name)).findFirst();
    }

    /**
     * What is wrong with a response's answers.
     *
     * @param answers  by variable name
     * @param complete true if the respondent has finished, so that what is required and visible must be there
     * @return faults with pointers into {@code answers}, such as {@code /reasons/1}; empty if all is well
     */
    public List<Fault> checkAnswers(Map<String, JsonNode> answers, boolean complete) {
        return Flow.of(this).pass(Known.of(answers)).faults(complete);
    }

    private static Stream<Variable> given(List<Page> pages, List<Hidden> hidden) {
        return Stream.concat(
                questions(pages).flatMap(question -> question.variables().stream()),
                hidden.stream().map(Hidden::variable));
    }

    private static Stream<Variable> derived(List<Score> scores, List<Computed> computed) {
        return Stream.concat(
                scores.stream().map(Score::variable), computed.stream().map(Computed::variable));
    }

    private static void unique(String what, Stream<String> names) {
        Set<String> taken = new HashSet<>();
        names.forEach(name -> {
            if (!taken.add(VariableName.key(name))) {
                throw new IllegalArgumentException(
                        "name of a " + what + " must be unique without regard to case: " + name);
            }
        });
    }

    private static Stream<Question> questions(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.elements().stream())
                .map(element -> element instanceof Question question ? question : null)
                .filter(Objects::nonNull);
    }
}
