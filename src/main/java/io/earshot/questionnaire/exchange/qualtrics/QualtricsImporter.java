package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Conditions;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.Importer;
import io.earshot.questionnaire.exchange.JsonFile;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.Refused;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Qualtrics' .qsf, and the survey definition of its API. */
@Singleton
final class QualtricsImporter implements Importer {
    private static final String EXPECTED = "a Qualtrics survey (.qsf), that is a JSON object with SurveyElements";

    /** Elements without anything that is asked: counts, response sets, statistics, project, notes, translations of buttons. */
    private static final Set<String> WITHOUT_CONTENT =
            Set.of("QC", "RS", "STAT", "PROJ", "NT", "PL", "QN", "QG", "SO", "SCO", "QO", "SQ", "BL", "FL");

    @Override
    public String format() {
        return "qualtrics";
    }

    @Override
    public Imported read(byte[] file) {
        Survey survey = Survey.of(JsonFile.read(file, EXPECTED));
        if (survey.questions().isEmpty() && survey.blocks().isEmpty()) {
            throw Refused.notOfFormat(EXPECTED, "there are no questions and no blocks");
        }
        Reading reading = new Reading(survey.entry().path("SurveyLanguage").asText(languageOf(survey)));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        String title = survey.entry().path("SurveyName").asText("Imported survey");
        content.put("name", Names.ofQuestionnaire(title));
        content.set("title", reading.text(title.isBlank() ? "Imported survey" : title, "SurveyEntry"));
        content.put("defaultLanguage", reading.language);
        content.putArray("computed");
        new FlowReader(survey, reading).read(content);
        new Scores(survey, reading).put((ArrayNode) content.path("computed"));
        quotas(survey, reading, content);
        options(survey, reading);
        if (content.path("computed").isEmpty()) {
            content.remove("computed");
        }
        Conditions.settle(content, reading.ledger, name -> "draft: " + name);
        return new Imported(content, reading.ledger.notCarried(), reading.ledger.counts());
    }

    private static String languageOf(Survey survey) {
        return survey.all("SO").stream()
                .map(options -> options.path("SurveyLanguage").asText(""))
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElse("EN");
    }

    private static void quotas(Survey survey, Reading reading, ObjectNode content) {
        Names names = new Names();
        ArrayNode quotas = JsonNodeFactory.instance.arrayNode();
        LogicReader logic = new LogicReader(reading);
        for (JsonNode quota : survey.all("QO")) {
            String name = quota.path("Name").asText(quota.path("ID").asText("quota"));
            long limit = quota.path("Occurrences").asLong(0);
            if (limit < 1 || !quota.path("Logic").isObject()) {
                reading.ledger.changed(
                        "QO " + name,
                        quota.toString(),
                        "A quota here is a condition and a limit of 1 or more.",
                        "Write the quota into the draft.");
                continue;
            }
            logic.logic(quota.path("Logic"), "QO " + name, "Quota").ifPresent(when -> {
                ObjectNode one = quotas.addObject().put("name", names.claim(name));
                one.set("if", when);
                one.put("limit", limit);
            });
        }
        if (!quotas.isEmpty()) {
            content.set("quotas", quotas);
        }
    }

    /** What the survey's options say beyond looks, and elements of which nothing is read. */
    private static void options(Survey survey, Reading reading) {
        for (JsonNode options : survey.all("SO")) {
            for (String member : List.of(
                    "Header", "Footer", "EOSMessage", "EOSRedirectURL", "CustomStyles", "SurveyExpirationDate")) {
                String value = options.path(member).asText("");
                if (!value.isBlank() && !value.equals("None")) {
                    reading.ledger.changed(
                            "SO",
                            member + ": " + value,
                            "Headers, messages of the library, redirects and styles are no part of a questionnaire.",
                            "Write an ending; set looks and dates on the prompt.");
                }
            }
        }
        survey.others().forEach((type, payloads) -> {
            if (!WITHOUT_CONTENT.contains(type)) {
                reading.ledger.changed(
                        type,
                        type + " (" + payloads.size() + ")",
                        "Elements of this type are not read.",
                        "See in Qualtrics what they do; write it into the draft.");
            }
        });
    }
}
