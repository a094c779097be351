package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The survey flow as pages: blocks cut at page breaks, branches as conditions, a randomizer as shuffled blocks. */
final class FlowReader {
    private final Survey survey;
    private final Reading reading;
    private final LogicReader logic;
    private final Questions questions;
    private final EmbeddedData data;
    private final Skips skips;
    private final ArrayNode pages = JsonNodeFactory.instance.arrayNode();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<ObjectNode> shuffled = new ArrayList<>();
    private final List<JsonNode> ended = new ArrayList<>();
    private final Names blockNames = new Names();
    private boolean randomized;

    FlowReader(Survey survey, Reading reading) {
        this.survey = survey;
        this.reading = reading;
        this.logic = new LogicReader(reading);
        this.questions = new Questions(reading, logic);
        this.data = new EmbeddedData(reading);
        this.skips = new Skips(survey, reading, logic);
    }

    /** Sets pages, hidden, computed and shuffle. */
    void read(ObjectNode content) {
        List<JsonNode> steps = new ArrayList<>();
        survey.flow().forEach(steps::add);
        if (steps.isEmpty()) {
            survey.blocks().forEach((id, block) -> {
                if (!block.path("Type").asText().equals("Trash")) {
                    steps.add(JsonNodeFactory.instance
                            .objectNode()
                            .put("Type", "Block")
                            .put("ID", id));
                }
            });
        }
        walk(steps, "Flow", List.of(), Optional.empty());
        unused();
        skips.resolve(pages);
        finish(content);
    }

    private void walk(Iterable<JsonNode> steps, String where, List<JsonNode> when, Optional<String> joined) {
        int index = 0;
        for (JsonNode step : steps) {
            String at = where + "[" + index++ + "]";
            switch (step.path("Type").asText()) {
                case "Block", "Standard", "Default" -> block(step.path("ID").asText(), at, when, joined);
                case "Root", "Group" -> walk(step.path("Flow"), at + ".Flow", when, joined);
                case "Branch" -> branch(step, at, when, joined);
                case "BlockRandomizer" -> randomizer(step, at, when);
                case "EmbeddedData" -> data.add(step.path("EmbeddedData"), at, when);
                case "EndSurvey" -> end(step, at, when);
                default ->
                    reading.ledger.changed(
                            at,
                            step.path("Type").asText(),
                            "This step of the flow has no counterpart.",
                            "Let the app do it, and give what it finds as hidden fields.");
            }
        }
    }

    private void branch(JsonNode step, String at, List<JsonNode> when, Optional<String> joined) {
        Optional<JsonNode> own = logic.logic(step.path("BranchLogic"), at, "Branch");
        List<JsonNode> inside = new ArrayList<>(when);
        // Who would be sent where isn't known, so the branch is closed rather than open to everybody.
        inside.add(own.orElse(Logic.truth(false)));
        walk(step.path("Flow"), at + ".Flow", inside, joined);
    }

    private void randomizer(JsonNode step, String at, List<JsonNode> when) {
        int parts = step.path("Flow").size();
        int shown = step.path("SubSet").asInt(parts);
        boolean onlyData = true;
        for (JsonNode part : step.path("Flow")) {
            onlyData &= part.path("Type").asText().equals("EmbeddedData");
        }
        if (shown < parts || onlyData) {
            reading.ledger.changed(
                    at,
                    "BlockRandomizer: " + shown + " of " + parts,
                    onlyData
                            ? "Nothing is drawn by lot here; its fields are hidden fields that the app gives."
                            : "All blocks are shown, in a drawn order; a part of them can't be drawn.",
                    "Let the app draw a group as a hidden field, and show pages by visibleIf.");
        }
        if (randomized && !onlyData) {
            reading.ledger.changed(
                    at,
                    "BlockRandomizer",
                    "Only one group of blocks is shuffled; the blocks of this one stand in order.",
                    "Make two questionnaires, or shuffle inside of pages.");
        }
        boolean shuffle = !randomized && !onlyData;
        randomized |= shuffle;
        int index = 0;
        for (JsonNode part : step.path("Flow")) {
            int before = pages.size();
            if (onlyData) {
                part.path("EmbeddedData")
                        .forEach(field -> reading.field(field.path("Field").asText()));
            } else {
                walk(List.of(part), at + ".Flow[" + index + "]", when, Optional.of("block_" + (before + 1)));
            }
            index++;
            for (int i = before; shuffle && i < pages.size(); i++) {
                shuffled.add((ObjectNode) pages.get(i));
            }
        }
    }

    private void block(String id, String at, List<JsonNode> when, Optional<String> joined) {
        JsonNode block = survey.blocks().get(id);
        if (block == null) {
            reading.ledger.changed(at, id, "The block isn't in the file.", "Export the survey again.");
            return;
        }
        String name = block.path("Description").asText(id);
        String group = joined.orElseGet(() -> blockNames.claim(name));
        int before = pages.size();
        ObjectNode page = page(name, group, when);
        for (JsonNode part : block.path("BlockElements")) {
            String question = part.path("QuestionID").asText();
            if (part.path("Type").asText().equals("Page Break")) {
                page = page(name, group, when);
            } else if (!question.isEmpty()) {
                page = skips.isTarget(question) && !page.path("elements").isEmpty() ? page(name, group, when) : page;
                ask(question, part, page, at);
            }
        }
        dropEmpty(before);
        options(block, id, before);
        skips.endOfBlock(id, pages);
    }

    private void ask(String question, JsonNode part, ObjectNode page, String at) {
        JsonNode payload = survey.questions().get(question);
        if (payload == null || !asked.add(question)) {
            reading.ledger.changed(
                    at,
                    question,
                    payload == null
                            ? "The question isn't in the file."
                            : "The question is asked a second time there; here each is asked once.",
                    "Ask it with a question of another name.");
            return;
        }
        reading.ledger.met(Ledger.QUESTIONS);
        ArrayNode elements = (ArrayNode) page.path("elements");
        questions.elements(question, payload).forEach(elements::add);
        skips.asked(question, page, part.path("SkipLogic"));
    }

    private ObjectNode page(String name, String group, List<JsonNode> when) {
        ObjectNode page = pages.addObject();
        String wanted = name.equalsIgnoreCase("end") ? "page_end" : name;
        page.put("name", reading.pageNames.claim(wanted));
        page.put("block", group);
        List<JsonNode> all = new ArrayList<>(when);
        all.addAll(ended);
        if (!all.isEmpty()) {
            page.set("visibleIf", Logic.and(all));
        }
        page.putArray("elements");
        return page;
    }

    private void dropEmpty(int from) {
        for (int i = pages.size() - 1; i >= from; i--) {
            if (pages.get(i).path("elements").isEmpty()) {
                pages.remove(i);
            }
        }
    }

    private void options(JsonNode block, String id, int from) {
        JsonNode options = block.path("Options");
        String random = options.path("RandomizeQuestions").asText("false");
        if (!random.equals("false") && !random.isEmpty()) {
            for (int i = from; i < pages.size(); i++) {
                ((ObjectNode) pages.get(i)).put("shuffle", "elements");
            }
            if (!random.matches("true|RandomWithOnlyX|RandomWithXPerPage") || pages.size() - from > 1) {
                reading.ledger.changed(
                        "BL " + id,
                        "RandomizeQuestions: " + random,
                        "Questions are shuffled within each page, and all are shown.",
                        "Put the questions that are to be shuffled on one page.");
            }
        }
        String looping = options.path("Looping").asText("None");
        if (!looping.equals("None") && !looping.isEmpty()) {
            reading.ledger.changed(
                    "BL " + id,
                    "Looping: " + looping,
                    "A block isn't repeated here; it is asked once.",
                    "Copy the questions.");
        }
    }

    /** After an end inside a branch, nothing more is asked of those whom the branch is for. */
    private void end(JsonNode step, String at, List<JsonNode> when) {
        JsonNode options = step.path("Options");
        if (options.size() > 0 && !step.path("EndingType").asText("Default").equals("Default")) {
            reading.ledger.changed(
                    at,
                    "EndSurvey " + options,
                    "Messages of their library, redirects and screen-outs are not in the file.",
                    "Write an ending with the message and the branch's condition.");
        }
        if (!when.isEmpty()) {
            ended.add(Logic.not(Logic.and(when)));
        }
    }

    /** Questions that no block of the flow asks: in the trash, or in a block that is not used. */
    private void unused() {
        survey.questions().forEach((id, payload) -> {
            if (!asked.contains(id)) {
                reading.ledger.met(Ledger.QUESTIONS);
                reading.ledger.leftOut(
                        Ledger.QUESTIONS,
                        "SQ " + id,
                        payload.path("DataExportTag").asText(id),
                        "The flow asks it nowhere: it is in the trash, or in a block that is not used.",
                        "Put it into a block before you export, if you want it.");
            }
        });
    }

    private void finish(ObjectNode content) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        pages.forEach(page -> sizes.merge(page.path("block").asText(), 1, Integer::sum));
        Set<String> joined = new HashSet<>();
        for (JsonNode page : pages) {
            ObjectNode one = (ObjectNode) page;
            boolean first = joined.add(one.path("block").asText());
            if (shuffled.isEmpty() || sizes.getOrDefault(one.path("block").asText(), 0) == 1) {
                one.remove("block");
            }
            if (!shuffled.isEmpty() && first && shuffled.stream().noneMatch(moved -> moved == one)) {
                one.put("pinned", true);
            }
        }
        if (pages.isEmpty()) {
            ObjectNode page = pages.addObject().put("name", "page1");
            page.putArray("elements")
                    .addObject()
                    .put("type", "statement")
                    .put("name", "empty")
                    .put("text", "…");
            reading.ledger.changed(
                    "Flow",
                    "no questions",
                    "Nothing could be asked; a statement stands there.",
                    "Write the questions.");
        }
        content.set("pages", pages);
        if (!shuffled.isEmpty()) {
            content.put("shuffle", "pages");
        }
        data.put(content);
    }
}
