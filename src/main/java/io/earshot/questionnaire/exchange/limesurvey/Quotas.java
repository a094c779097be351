package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Quotas: their members, about the same question one of them and about different ones all, and what is said when full. */
final class Quotas {
    private static final String KIND = "quotas";

    private final Structure structure;
    private final Variables variables;
    private final Prose prose;
    private final Ledger ledger;
    private final Names names = new Names();

    Quotas(Structure structure, Variables variables, Prose prose, Ledger ledger) {
        this.structure = structure;
        this.variables = variables;
        this.prose = prose;
        this.ledger = ledger;
        names.claim("thanks");
    }

    void read(ObjectNode content, ArrayNode endings) {
        for (Map<String, String> row : structure.tables().of("quota")) {
            ledger.met(KIND);
            String id = row.getOrDefault("id", "");
            String where = "quota " + id;
            int limit = Structure.whole(row.get("qlimit"));
            try {
                JsonNode condition = condition(id);
                if (limit < 1) {
                    throw new NotExpressible("A quota's limit is 1 or more here, and this is " + limit + ".");
                }
                ArrayNode quotas =
                        content.path("quotas") instanceof ArrayNode known ? known : content.putArray("quotas");
                ObjectNode quota = quotas.addObject().put("name", names.claim(row.getOrDefault("name", "quota_" + id)));
                quota.set("if", condition);
                quota.put("limit", limit);
                ending(id, where, quota, endings);
                ledger.carried(KIND);
                if (row.getOrDefault("active", "1").equals("0")) {
                    ledger.changed(
                            where,
                            quota.path("name").asText(),
                            "The quota is not active in LimeSurvey.",
                            "Remove it if it is to stay so.");
                }
            } catch (NotExpressible e) {
                ledger.leftOut(
                        KIND,
                        where,
                        row.getOrDefault("name", ""),
                        e.why(),
                        "It is left out; write it anew under quotas.");
            }
        }
    }

    private JsonNode condition(String quota) throws NotExpressible {
        Map<String, List<JsonNode>> byQuestion = new LinkedHashMap<>();
        for (Map<String, String> row : structure.tables().of("quota_members")) {
            if (row.getOrDefault("quota_id", "").equals(quota)) {
                String qid = row.getOrDefault("qid", "");
                byQuestion
                        .computeIfAbsent(qid, any -> new ArrayList<>())
                        .add(member(qid, row.getOrDefault("code", "")));
            }
        }
        if (byQuestion.isEmpty()) {
            throw new NotExpressible("The quota counts nobody: it has no members.");
        }
        List<JsonNode> all = new ArrayList<>();
        byQuestion.values().forEach(alternatives -> all.add(Logic.or(alternatives)));
        return Logic.and(all);
    }

    private JsonNode member(String qid, String code) throws NotExpressible {
        Asked question = structure.groups().stream()
                .flatMap(group -> group.questions().stream())
                .filter(each -> each.qid().equals(qid))
                .findFirst()
                .orElseThrow(() -> new NotExpressible("It looks at question " + qid + ", which is not there."));
        String quoted = "\"" + code.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String expression =
                switch (question.type()) {
                    case "M", "P" -> question.code() + "_" + code + " == \"Y\"";
                    case "A", "B" -> question.code() + "_" + code.replaceFirst("-", " == ");
                    default -> question.code() + " == " + quoted;
                };
        return new ExpressionLogic(variables::find).condition(ExpressionLogic.parse(expression));
    }

    private void ending(String id, String where, ObjectNode quota, ArrayNode endings) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (Map<String, String> row : structure.tables().of("quota_languagesettings")) {
            if (row.getOrDefault("quotals_quota_id", "").equals(id)) {
                String message = row.getOrDefault("quotals_message", "");
                if (!message.isBlank()) {
                    messages.put(row.getOrDefault("quotals_language", structure.language()), message);
                }
            }
        }
        JsonNode text = prose.text(messages, where, "quota");
        if (text == null) {
            return;
        }
        ObjectNode ending = endings.addObject().put("name", names.claim("quota_" + id));
        ending.set("text", text);
        // Said when the quota is full, and never otherwise.
        ending.put("if", false);
        quota.put("ending", ending.path("name").asText());
    }
}
