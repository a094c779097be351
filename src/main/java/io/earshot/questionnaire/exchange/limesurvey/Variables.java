package io.earshot.questionnaire.exchange.limesurvey;

import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.limesurvey.Answer.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parts of questions are called in the draft, and in expressions: by code, and by numbers as in {@code 12X3X45SQ1}. */
final class Variables {
    private final Names names = new Names();
    private final Map<String, String> byPart = new HashMap<>();
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final String sid;
    private final Ledger ledger;

    Variables(Structure structure, Ledger ledger) {
        sid = structure.sid();
        this.ledger = ledger;
        // Questions first, so that they keep their names whatever their parts are called.
        structure.groups().forEach(group -> group.questions().forEach(this::name));
        structure.groups().forEach(group -> group.questions().forEach(this::add));
    }

    private void name(Asked question) {
        String name = names.claim(question.code().isEmpty() ? "q" + question.qid() : question.code());
        byPart.put(question.qid(), name);
        places.put(name, question.where());
        if (!name.equals(question.code())) {
            ledger.changed(
                    question.where(),
                    question.what(),
                    "The code is no valid variable name here, is reserved, or is taken (case doesn't count).",
                    "It is called " + name + " in the draft.");
        }
    }

    private void add(Asked question) {
        String name = of(question);
        switch (question.attribute("hidden").equals("1") && !question.type().equals("*") ? "hidden" : question.type()) {
            case "L", "!", "O" -> {
                Map<String, String> known = coded(question, "a0", question.answers(0));
                if (question.hasOther()) {
                    known.put("-oth-", fresh("other", known));
                    put(question, "_other", "other", Answer.of(name + "_" + known.get("-oth-"), Kind.TEXT));
                }
                put(question, "", "", new Answer(name, Kind.ONE_CODE, "", known));
                if (question.type().equals("O")) {
                    put(question, "_comment", "comment", Answer.of(part(question, "comment"), Kind.TEXT));
                }
            }
            case "Y" -> put(question, "", "", new Answer(name, Kind.ONE_CODE, "", Map.of("Y", "yes", "N", "no")));
            case "G" -> put(question, "", "", new Answer(name, Kind.ONE_CODE, "", Map.of()));
            case "5", "N" -> put(question, "", "", Answer.of(name, Kind.NUMBER));
            case "S", "T", "U" ->
                put(question, "", "", Answer.of(name, question.is("numbers_only") ? Kind.NUMBER : Kind.TEXT));
            case "hidden" -> put(question, "", "", Answer.of(name, Kind.TEXT));
            case "D" -> put(question, "", "", Answer.of(name, Kind.MOMENT));
            case "*" -> put(question, "", "", Answer.of(name, Kind.COMPUTED));
            case "|" -> put(question, "", "", Answer.of(name, Kind.LIST));
            case "M", "P" -> choices(question, name);
            case "A", "B", "K" -> parts(question, Kind.NUMBER, Map.of());
            case "Q" -> parts(question, Kind.TEXT, Map.of());
            case "C", "E" -> parts(question, Kind.ONE_CODE, Map.of());
            case "F", "H" -> parts(question, Kind.ONE_CODE, coded(question, "a0", question.answers(0)));
            case "1" -> dual(question);
            case "R" -> ranks(question, name);
            case ":", ";" -> cells(question);
            default -> {}
        }
    }

    private void choices(Asked question, String name) {
        Map<String, String> known = coded(question, "p0", question.parts(0));
        for (Asked.Part choice : question.parts(0)) {
            String code = known.getOrDefault(choice.code(), choice.code());
            put(question, "_" + choice.code(), choice.code(), new Answer(name, Kind.CHOICE, code, Map.of()));
            if (question.type().equals("P")) {
                Answer words = Answer.of(name + "_" + code, Kind.TEXT);
                put(question, "_" + choice.code() + "comment", choice.code() + "comment", words);
            }
        }
        if (question.hasOther()) {
            known.put("-oth-", fresh("other", known));
            put(question, "_other", "other", Answer.of(name + "_" + known.get("-oth-"), Kind.TEXT));
        }
    }

    private void parts(Asked question, Kind kind, Map<String, String> known) {
        for (Asked.Part row : question.parts(0)) {
            put(question, "_" + row.code(), row.code(), new Answer(part(question, row.code()), kind, "", known));
        }
    }

    private void dual(Asked question) {
        for (int scale = 0; scale < 2; scale++) {
            Map<String, String> known = coded(question, "a" + scale, question.answers(scale));
            for (Asked.Part row : question.parts(0)) {
                Answer answer = new Answer(part(question, row.code() + "_" + scale), Kind.ONE_CODE, "", known);
                put(question, "_" + row.code() + "_" + scale, row.code() + "#" + scale, answer);
            }
        }
    }

    private void ranks(Asked question, String name) {
        List<Asked.Part> items = question.answers(0).isEmpty() ? question.parts(0) : question.answers(0);
        Map<String, String> known = coded(question, "a0", items);
        put(question, "", "", Answer.of(name, Kind.LIST));
        for (int i = 1; i <= items.size(); i++) {
            put(question, "_" + i, String.valueOf(i), new Answer(name + "." + (i - 1), Kind.ONE_CODE, "", known));
        }
    }

    private void cells(Asked question) {
        boolean ticks = question.type().equals(":") && question.is("multiflexible_checkbox");
        Map<String, String> known = coded(question, "p1", question.parts(1));
        for (Asked.Part row : question.parts(0)) {
            for (Asked.Part column : question.parts(1)) {
                String cell = row.code() + "_" + column.code();
                Answer answer = ticks
                        ? new Answer(
                                part(question, row.code()),
                                Kind.CHOICE,
                                known.getOrDefault(column.code(), column.code()),
                                Map.of())
                        : Answer.of(part(question, cell), question.type().equals(":") ? Kind.NUMBER : Kind.TEXT);
                put(question, "_" + cell, cell, answer);
            }
        }
    }

    /** The draft's codes of a list, made valid and distinct; those that change are listed. */
    private Map<String, String> coded(Asked question, String list, List<Asked.Part> parts) {
        Map<String, String> known = new LinkedHashMap<>();
        for (Asked.Part part : parts) {
            if (known.containsKey(part.code())) {
                continue;
            }
            String code = fresh(Names.code(part.code()), known);
            known.put(part.code(), code);
            if (!code.equals(part.code())) {
                ledger.changed(
                        question.where(),
                        question.code() + ": " + part.code(),
                        "The code is no valid code here, or is taken.",
                        "It is called " + code + " in the draft.");
            }
        }
        codes.put(question.qid() + "/" + list, known);
        return known;
    }

    private static String fresh(String wanted, Map<String, String> known) {
        String code = wanted;
        for (int i = 2; known.containsValue(code); i++) {
            code = wanted.substring(0, Math.min(wanted.length(), 58)) + "_" + i;
        }
        return code;
    }

    private void put(Asked question, String afterCode, String afterNumbers, Answer answer) {
        answers.putIfAbsent(question.code() + afterCode, answer);
        answers.putIfAbsent(sid + "X" + question.gid() + "X" + question.qid() + afterNumbers, answer);
    }

    Optional<Answer> find(String reference) {
        return Optional.ofNullable(answers.get(reference));
    }

    String of(Asked question) {
        return byPart.getOrDefault(question.qid(), question.code());
    }

    /** The variable of a part; claimed when it is first asked for. */
    String part(Asked question, String part) {
        return byPart.computeIfAbsent(
                question.qid() + "/" + part, any -> fresh(of(question) + "_" + part, question.where()));
    }

    /** @param list a or p for answers or parts, and the scale */
    Map<String, String> codes(Asked question, String list) {
        return codes.getOrDefault(question.qid() + "/" + list, Map.of());
    }

    String fresh(String wanted, String where) {
        String name = names.claim(wanted);
        places.put(name, where);
        return name;
    }

    String where(String name) {
        return places.getOrDefault(name, "survey");
    }
}
