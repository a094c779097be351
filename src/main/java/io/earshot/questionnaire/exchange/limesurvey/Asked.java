package io.earshot.questionnaire.exchange.limesurvey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question as LimeSurvey keeps it.
 *
 * @param type    one character, such as {@code L}
 * @param texts   by language, as are {@code help} and the texts of parts
 * @param parts   subquestions, in their order
 * @param answers in their order
 */
record Asked(
        String gid,
        String qid,
        String type,
        String code,
        Map<String, String> texts,
        Map<String, String> help,
        Map<String, String> fields,
        Map<String, String> attributes,
        Map<String, Map<String, String>> translated,
        List<Part> parts,
        List<Part> answers) {

    /** A subquestion or an answer; {@code scale} 0 or 1 where there are two. */
    record Part(String id, String code, int scale, int order, Map<String, String> texts, String relevance) {}

    static Asked of(String gid, String qid, String type, String code, Map<String, String> fields) {
        return new Asked(
                gid,
                qid,
                type,
                code,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                fields,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** An attribute; empty if it is not set. */
    String attribute(String name) {
        return attributes.getOrDefault(name, "").strip();
    }

    /** An attribute that has wordings by language. */
    Map<String, String> wordings(String name) {
        return translated.getOrDefault(name, Map.of());
    }

    boolean is(String attribute) {
        return attribute(attribute).equals("1") || attribute(attribute).equalsIgnoreCase("Y");
    }

    boolean hasOther() {
        return field("other").equals("Y");
    }

    List<Part> parts(int scale) {
        return parts.stream().filter(part -> part.scale() == scale).toList();
    }

    List<Part> answers(int scale) {
        return answers.stream().filter(answer -> answer.scale() == scale).toList();
    }

    String where() {
        return "gid " + gid + " / qid " + qid;
    }

    String what() {
        return code + " (type " + type + ")";
    }
}
