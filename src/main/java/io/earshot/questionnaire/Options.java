package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of one choice: what single and multiple choice have in common. */
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

    List<Variable> variables(Variable chosen) {
        List<Variable> variables = new ArrayList<>();
        variables.add(chosen);
        for (Option option : list) {
            if (option.openText()) {
                String name = openTextName(option.code().text());
                variables.add(new Variable(name, question, option.text(), Measure.TEXT, false, List.of()));
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
        return list.stream().anyMatch(option -> option.code().text().equals(code));
    }

    boolean isExclusive(String code) {
        return list.stream()
                .anyMatch(option -> option.exclusive() && option.code().text().equals(code));
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
