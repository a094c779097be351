package io.earshot.report;

import io.earshot.problem.Fault;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaire;
import java.util.List;
import java.util.Optional;

/**
 * What a module takes of a questionnaire: of the things that it can use, those that its section selects.
 *
 * @param wanted  the section's selection
 * @param member  the selection's place in its section, such as {@code /variables}
 * @param what    what is selected, such as {@code kano-feature}
 * @param names   of all that the questionnaire has, in its order
 * @param lacking what to say if it has none, as a sentence
 */
record Pick(Selection wanted, String member, String what, List<String> names, String lacking) {
    Pick {
        names = List.copyOf(names);
    }

    List<String> chosen() {
        return wanted.of(names);
    }

    Optional<String> lack() {
        return names.isEmpty() ? Optional.of(lacking) : Optional.empty();
    }

    List<Fault> unknown() {
        return wanted.check(member, what, names);
    }

    /** A questionnaire's questions of a kind, in its order. */
    static <Q extends Question> List<Q> questions(Questionnaire questionnaire, Class<Q> kind) {
        return questionnaire.questions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static List<String> names(List<? extends Question> questions) {
        return questions.stream().map(Question::name).toList();
    }
}
