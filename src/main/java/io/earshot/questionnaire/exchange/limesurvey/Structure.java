package io.earshot.questionnaire.exchange.limesurvey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables put together: groups with their questions, in order; old files repeat rows by language, new ones have tables for that. */
record Structure(
        String sid,
        String language,
        Map<String, String> survey,
        Map<String, Map<String, String>> wordings,
        List<Group> groups,
        Tables tables) {

    /** @param questions in their order */
    record Group(
            String gid,
            int order,
            Map<String, String> names,
            Map<String, String> descriptions,
            String relevance,
            String random,
            List<Asked> questions) {}

    static Structure of(Tables tables) {
        Map<String, String> survey =
                tables.of("surveys").isEmpty() ? Map.of() : tables.of("surveys").get(0);
        Map<String, Map<String, String>> wordings = new LinkedHashMap<>();
        for (Map<String, String> row : tables.of("surveys_languagesettings")) {
            wordings.put(row.getOrDefault("surveyls_language", "en"), row);
        }
        String language = survey.getOrDefault(
                "language",
                wordings.isEmpty() ? "en" : wordings.keySet().iterator().next());
        Map<String, Asked> questions = questions(tables, language);
        return new Structure(
                survey.getOrDefault("sid", ""),
                language,
                survey,
                wordings,
                groups(tables, questions, language),
                tables);
    }

    private static List<Group> groups(Tables tables, Map<String, Asked> questions, String language) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Map<String, String> row : tables.of("groups")) {
            String gid = row.getOrDefault("gid", "");
            Group group = groups.computeIfAbsent(
                    gid,
                    any -> new Group(
                            gid,
                            whole(row.get("group_order")),
                            new LinkedHashMap<>(),
                            new LinkedHashMap<>(),
                            row.getOrDefault("grelevance", ""),
                            row.getOrDefault("randomization_group", ""),
                            new ArrayList<>()));
            String tag = row.getOrDefault("language", language);
            put(group.names(), tag, row.get("group_name"));
            put(group.descriptions(), tag, row.get("description"));
        }
        for (Map<String, String> row : tables.of("group_l10ns")) {
            Group group = groups.get(row.getOrDefault("gid", ""));
            if (group != null) {
                put(group.names(), row.getOrDefault("language", language), row.get("group_name"));
                put(group.descriptions(), row.getOrDefault("language", language), row.get("description"));
            }
        }
        questions.values().forEach(question -> {
            Group group = groups.get(question.gid());
            if (group != null) {
                group.questions().add(question);
            }
        });
        List<Group> ordered = new ArrayList<>(groups.values());
        ordered.sort(Comparator.comparingInt(Group::order));
        ordered.forEach(group -> group.questions()
                .sort(Comparator.comparingInt((Asked question) -> whole(question.field("question_order")))));
        return ordered;
    }

    private static Map<String, Asked> questions(Tables tables, String language) {
        Map<String, Asked> questions = new LinkedHashMap<>();
        for (Map<String, String> row : tables.of("questions")) {
            String qid = row.getOrDefault("qid", "");
            Asked question = questions.computeIfAbsent(
                    qid,
                    any -> Asked.of(
                            row.getOrDefault("gid", ""),
                            qid,
                            row.getOrDefault("type", ""),
                            row.getOrDefault("title", "").strip(),
                            row));
            String tag = row.getOrDefault("language", language);
            put(question.texts(), tag, row.get("question"));
            put(question.help(), tag, row.get("help"));
        }
        parts(tables, questions, language);
        answers(tables, questions, language);
        for (Map<String, String> row : tables.of("question_attributes")) {
            Asked question = questions.get(row.getOrDefault("qid", ""));
            String value = row.getOrDefault("value", "");
            if (question != null && !value.isBlank()) {
                String name = row.getOrDefault("attribute", "");
                question.attributes().putIfAbsent(name, value);
                String tag = row.getOrDefault("language", "");
                put(
                        question.translated().computeIfAbsent(name, any -> new LinkedHashMap<>()),
                        tag.isBlank() ? language : tag,
                        value);
            }
        }
        return questions;
    }

    private static void parts(Tables tables, Map<String, Asked> questions, String language) {
        Map<String, Asked.Part> parts = new LinkedHashMap<>();
        for (Map<String, String> row : tables.of("subquestions")) {
            Asked question = questions.get(row.getOrDefault("parent_qid", ""));
            if (question == null) {
                continue;
            }
            String qid = row.getOrDefault("qid", "");
            Asked.Part part = parts.computeIfAbsent(qid, any -> {
                Asked.Part made = new Asked.Part(
                        qid,
                        row.getOrDefault("title", "").strip(),
                        whole(row.get("scale_id")),
                        whole(row.get("question_order")),
                        new LinkedHashMap<>(),
                        row.getOrDefault("relevance", ""));
                question.parts().add(made);
                return made;
            });
            put(part.texts(), row.getOrDefault("language", language), row.get("question"));
        }
        for (Map<String, String> row : tables.of("question_l10ns")) {
            String qid = row.getOrDefault("qid", "");
            String tag = row.getOrDefault("language", language);
            Asked.Part part = parts.get(qid);
            Asked question = questions.get(qid);
            if (part != null) {
                put(part.texts(), tag, row.get("question"));
            } else if (question != null) {
                put(question.texts(), tag, row.get("question"));
                put(question.help(), tag, row.get("help"));
            }
        }
        questions.values().forEach(question -> question.parts().sort(Comparator.comparingInt(Asked.Part::order)));
    }

    private static void answers(Tables tables, Map<String, Asked> questions, String language) {
        Map<String, Asked.Part> answers = new LinkedHashMap<>();
        for (Map<String, String> row : tables.of("answers")) {
            Asked question = questions.get(row.getOrDefault("qid", ""));
            if (question == null) {
                continue;
            }
            String code = row.getOrDefault("code", "").strip();
            int scale = whole(row.get("scale_id"));
            String key = row.getOrDefault("aid", question.qid() + "/" + scale + "/" + code);
            Asked.Part answer = answers.computeIfAbsent(key, any -> {
                Asked.Part made =
                        new Asked.Part(key, code, scale, whole(row.get("sortorder")), new LinkedHashMap<>(), "");
                question.answers().add(made);
                return made;
            });
            put(answer.texts(), row.getOrDefault("language", language), row.get("answer"));
        }
        for (Map<String, String> row : tables.of("answer_l10ns")) {
            Asked.Part answer = answers.get(row.getOrDefault("aid", ""));
            if (answer != null) {
                put(answer.texts(), row.getOrDefault("language", language), row.get("answer"));
            }
        }
        questions.values().forEach(question -> question.answers().sort(Comparator.comparingInt(Asked.Part::order)));
    }

    private static void put(
            Map<String, String> words, String language, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.putIfAbsent(language, value);
        }
    }

    static int whole(@org.jspecify.annotations.Nullable String words) {
        return words != null && words.strip().matches("-?\\d{1,9}") ? Integer.parseInt(words.strip()) : 0;
    }
}
