package io.earshot.questionnaire.exchange.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Conditions;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.Importer;
import io.earshot.questionnaire.exchange.JsonFile;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.Refused;
import io.earshot.questionnaire.exchange.Wording;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Formbricks' surveys as its API and export give them, with {@code questions} or, newer, {@code blocks} of {@code elements}. */
@Singleton
final class FormbricksImporter implements Importer {
    private static final String EXPECTED = "a Formbricks survey, that is a JSON object with questions or blocks";

    /** Who sees the survey, when and how it looks: a prompt's matter, or the installation's own ids. */
    private static final Set<String> NOT_THE_INSTRUMENT = Set.of(
            "id",
            "createdAt",
            "updatedAt",
            "type",
            "status",
            "environmentId",
            "createdBy",
            "creator",
            "autoClose",
            "triggers",
            "redirectUrl",
            "recontactDays",
            "displayOption",
            "displayLimit",
            "displayPercentage",
            "displayProgress",
            "delay",
            "autoComplete",
            "autoCompleteDate",
            "runOnDate",
            "closeOnDate",
            "startsAt",
            "endsAt",
            "segment",
            "segmentId",
            "styling",
            "surveyClosedMessage",
            "singleUse",
            "verifyEmail",
            "isVerifyEmailEnabled",
            "isSingleResponsePerEmailEnabled",
            "isBackButtonHidden",
            "isAutoProgressingEnabled",
            "isCaptureIpEnabled",
            "pin",
            "resultShareKey",
            "projectOverwrites",
            "productOverwrites",
            "languages",
            "showLanguageSwitch",
            "recaptcha",
            "metadata",
            "slug",
            "followUps",
            "publicSummary",
            "inlineTriggers",
            "attributeFilters",
            "version",
            "thankYouCard",
            "name",
            "formbricksVersion",
            "exportedAt",
            "exportDate",
            "customHeadScripts",
            "customHeadScriptsMode",
            "responses",
            "isEncrypted",
            "archivedAt");

    @Override
    public String format() {
        return "formbricks";
    }

    @Override
    public Imported read(byte[] file) {
        ObjectNode root = unwrapped(JsonFile.read(file, EXPECTED));
        Members survey = new Members(root, "survey");
        JsonNode languages = root.path("languages");
        Reading reading = new Reading(defaultLanguage(languages));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        String title = root.path("name").asText("");
        content.put("name", Names.ofQuestionnaire(title));
        content.set("title", reading.wording.text(root.path("name"), "Imported survey"));
        content.put("defaultLanguage", reading.wording.defaultLanguage());
        hidden(survey.take("hiddenFields"), reading, content);
        Map<String, ObjectNode> pages = new LinkedHashMap<>();
        Map<String, JsonNode> owners = new LinkedHashMap<>();
        ArrayNode list = content.putArray("pages");
        JsonNode endings = survey.take("endings");
        Set<String> endingIds = new LinkedHashSet<>();
        endings.forEach(ending -> endingIds.add(ending.path("id").asText()));
        FlowReader flow = new FlowReader(reading, pages, endingIds);
        flow.variables(survey.take("variables"));
        welcome(survey.take("welcomeCard"), reading, list);
        pages(survey, reading, list, pages, owners);
        owners.forEach((id, owner) -> flow.logic(id, owner, id));
        flow.computed(content);
        Endings.put(endings, survey.take("thankYouCard"), flow, reading, content);
        survey.ignore(NOT_THE_INSTRUMENT);
        survey.listRest(reading.ledger);
        Conditions.settle(content, reading.ledger, name -> "draft: " + name);
        return new Imported(content, reading.ledger.notCarried(), reading.ledger.counts());
    }

    /** The API wraps a survey in {@code data}; exports may be lists of one. */
    private static ObjectNode unwrapped(ObjectNode root) {
        JsonNode survey = root;
        for (String wrapper : Set.of("data", "survey")) {
            JsonNode inner = survey.path(wrapper);
            survey = inner.isArray() && !inner.isEmpty() ? inner.get(0) : inner.isObject() ? inner : survey;
        }
        if (survey instanceof ObjectNode found
                && (found.path("questions").isArray() || found.path("blocks").isArray())) {
            return found;
        }
        throw Refused.notOfFormat(EXPECTED, "there are neither questions nor blocks");
    }

    private static String defaultLanguage(JsonNode languages) {
        for (JsonNode language : languages) {
            String code = language.path("language")
                    .path("code")
                    .asText(language.path("code").asText(""));
            if (language.path("default").asBoolean(false) && !code.isEmpty()) {
                return Wording.tag(code);
            }
        }
        return "en";
    }

    private static void hidden(JsonNode fields, Reading reading, ObjectNode content) {
        if (fields.path("fieldIds").isEmpty()) {
            return;
        }
        ArrayNode hidden = content.putArray("hidden");
        fields.path("fieldIds").forEach(field -> {
            String name = reading.names.claim(field.asText());
            hidden.addObject().put("name", name).put("type", "text");
            reading.know(field.asText(), new Asked(name, Asked.Kind.TEXT));
        });
    }

    private static void welcome(JsonNode card, Reading reading, ArrayNode pages) {
        if (!card.path("enabled").asBoolean(false)) {
            return;
        }
        ObjectNode page = pages.addObject().put("name", reading.pageNames.claim("welcome"));
        ObjectNode statement = page.putArray("elements").addObject().put("type", "statement");
        statement.put("name", reading.names.claim("welcome"));
        statement.set("text", reading.wording.text(card.path("headline"), "Welcome"));
        reading.put(statement, "description", card.has("subheader") ? card.path("subheader") : card.path("html"));
    }

    private static void pages(
            Members survey,
            Reading reading,
            ArrayNode list,
            Map<String, ObjectNode> pages,
            Map<String, JsonNode> owners) {
        Questions questions = new Questions(reading);
        JsonNode blocks = survey.take("blocks");
        JsonNode flat = survey.take("questions");
        for (int i = 0; i < blocks.size(); i++) {
            JsonNode block = blocks.get(i);
            String id = block.path("id").asText("block" + i);
            ObjectNode page = page(block.path("name").asText(id), reading, list);
            JsonNode elements = block.path("elements");
            for (int j = 0; j < elements.size(); j++) {
                questions.add(
                        elements.get(j), "blocks[" + i + "].elements[" + j + "]", (ArrayNode) page.path("elements"));
            }
            keep(id, page, block, list, pages, owners);
        }
        // Newer files repeat the blocks' elements as questions.
        for (int i = 0; blocks.isEmpty() && i < flat.size(); i++) {
            String id = flat.get(i).path("id").asText("question" + i);
            ObjectNode page = page(id, reading, list);
            questions.add(flat.get(i), "questions[" + i + "]", (ArrayNode) page.path("elements"));
            keep(id, page, flat.get(i), list, pages, owners);
        }
        if (list.isEmpty()) {
            ObjectNode page = page("page1", reading, list);
            ((ArrayNode) page.path("elements"))
                    .addObject()
                    .put("type", "statement")
                    .put("name", "empty")
                    .put("text", "…");
            reading.ledger.changed(
                    "survey",
                    "no questions",
                    "Nothing could be asked; a statement stands there.",
                    "Write the questions.");
        }
    }

    private static ObjectNode page(String name, Reading reading, ArrayNode list) {
        ObjectNode page = list.addObject();
        page.put("name", reading.pageNames.claim(name.equalsIgnoreCase("end") ? "page_end" : name));
        page.putArray("elements");
        return page;
    }

    /** A page whose questions were all left out is none. */
    private static void keep(
            String id,
            ObjectNode page,
            JsonNode owner,
            ArrayNode list,
            Map<String, ObjectNode> pages,
            Map<String, JsonNode> owners) {
        if (page.path("elements").isEmpty()) {
            list.remove(list.size() - 1);
            return;
        }
        pages.putIfAbsent(id, page);
        owners.putIfAbsent(id, owner);
    }
}
