package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of one question: what all kinds of choices have in common. */
record Options(String question, List<Option> list) {
    Options {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("options of " + question + " must be one or more: 0");
        }
        Set<String> codes = new HashSet<>();
        for (Option option : list) {
            if (!codes.add(option.code().text())) {
                throw new IllegalArgumentException("code of an option must be unique in " + question + ": "
                        + option.code().text());
            }
        }
    }

    /** @throws IllegalArgumentException if one opens a field for words */
    Options withoutOpenTexts() {
        list.stream().filter(Option::openText).findFirst().ifPresent(option -> {
            throw new IllegalArgumentException("an option of " + question + " can't have openText: "
                    + option.code().text());
        });
        return this;
    }

    /** @throws IllegalArgumentException if one can't be chosen together with others */
    Options withoutExclusives() {
        list.stream().filter(Option::exclusive).findFirst().ifPresent(option -> {
            throw new IllegalArgumentException("an option of " + question + " can't be exclusive: "
                    + option.code().text());
        });
        return this;
    }

    List<Variable> variables(Variable chosen) {
        List<Variable> variables = new ArrayList<>();
        variables.add(chosen);
        for (Option option : list) {
            if (option.openText()) {
                String name = openTextName(option.code().text());
                variables.add(Variable.of(name, question, option.text(), Measure.TEXT));
            }
        }
        return variables;
    }

    List<Variable.CodedValue> values() {
        return list.stream().map(Option::value).toList();
    }

    String openTextName(String code) {
        return question + "_" + code;
    }

    boolean has(String code) {
        return option(code) != null;
    }

    boolean isExclusive(String code) {
        Option option = option(code);
        return option != null && option.exclusive();
    }

    // Without a stream: every answer of every response is looked up here.
    private @Nullable Option option(String code) {
        for (Option option : list) {
            if (option.code().text().equals(code)) {
                return option;
            }
        }
        return null;
    }

    /** What is wrong with the code of one option. */
    Optional<Fault> checkOne(String pointer, JsonNode answer) {
        String code = Code.in(answer).orElse(null);
        if (code == null) {
            return Optional.of(AnswerFault.wrongType(pointer, answer, "the code of one option"));
        }
        return has(code) ? Optional.empty() : Optional.of(notAnOption(pointer, answer));
    }

    /**
     * Looks for what is wrong with an array of codes.
     *
     * @param chosen takes those that are right, in their order
     */
    void checkSet(String pointer, JsonNode answer, Set<String> chosen, List<Fault> faults) {
        checkArray(pointer, answer, "chosen-twice", chosen, faults);
        String exclusive = chosen.size() < 2
                ? null
                : chosen.stream().filter(this::isExclusive).findFirst().orElse(null);
        if (faults.isEmpty() && exclusive != null) {
            faults.add(new Fault(
                    pointer,
                    "exclusive",
                    "The option " + exclusive + " can't be chosen together with others; leave it or the others out."));
        }
    }

    /** @param twice the code of the fault of an option that is given twice */
    void checkArray(String pointer, JsonNode answer, String twice, Set<String> chosen, List<Fault> faults) {
        if (!answer.isArray()) {
            faults.add(AnswerFault.wrongType(pointer, answer, "an array of options' codes"));
            return;
        }
        for (int i = 0; i < answer.size(); i++) {
            String at = pointer + "/" + i;
            String code = Code.in(answer.get(i)).orElse(null);
            if (code == null) {
                faults.add(AnswerFault.wrongType(at, answer.get(i), "the code of an option"));
            } else if (!has(code)) {
                faults.add(notAnOption(at, answer.get(i)));
            } else if (!chosen.add(code)) {
                faults.add(new Fault(at, twice, "The option " + code + " is given twice; give it once."));
            }
        }
    }

    Fault notAnOption(String pointer, JsonNode answer) {
        return AnswerFault.notAnOption(
                pointer,
                answer,
                list.stream().map(option -> option.code().text()).toList());
    }

    /** Open texts may only come with their option, or nobody could say what they are about. */
    void checkOpenTexts(Map<String, JsonNode> answers, Set<String> chosen, List<Fault> faults) {
        for (Option option : list) {
            String code = option.code().text();
            JsonNode words = option.openText() ? answers.get(openTextName(code)) : null;
            if (words == null) {
                continue;
            }
            String pointer = Fault.segment(openTextName(code));
            AnswerFault.inWords(pointer, words, TextQuestion.OPEN_TEXT_MAX_LENGTH)
                    .ifPresent(faults::add);
            if (!chosen.contains(code)) {
                faults.add(new Fault(
                        pointer,
                        "open-text-without-option",
                        "Words for the option " + code + " of " + question
                                + " were given, but the option is not chosen; choose it or leave the words out."));
            }
        }
    }
}
