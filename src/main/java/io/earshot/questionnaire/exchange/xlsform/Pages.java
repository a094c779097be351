package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.formula.Logic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups as pages: each run of questions between the beginnings and ends of groups is a page, shown if all groups around it
 * are. A group inside a field-list is part of that screen, so its condition goes to its questions.
 */
final class Pages {
    private static final int MAX_ELEMENTS = 500;

    private final ArrayNode pages = JsonNodeFactory.instance.arrayNode();
    private final Names pageNames = new Names();
    private final Deque<Group> open = new ArrayDeque<>();
    private final Questions questions;
    private final Wording wording;
    private final ElementReader reader;
    private final Columns columns;
    private final Ledger ledger;
    private ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    private @Nullable Row heading;

    /**
     * @param within  it is part of the screen of a group further out
     * @param members of a page that we exported
     */
    private record Group(
            Row row,
            boolean repeat,
            boolean oneScreen,
            boolean within,
            JsonNode condition,
            @Nullable ObjectNode members) {}

    Pages(Questions questions, Wording wording, ElementReader reader, Columns columns, Ledger ledger) {
        this.questions = questions;
        this.wording = wording;
        this.reader = reader;
        this.columns = columns;
        this.ledger = ledger;
        pageNames.claim("end");
    }

    ArrayNode pages() {
        return pages;
    }

    boolean isInRepeat() {
        return open.stream().anyMatch(Group::repeat);
    }

    void begin(Row row, TypeCell type) {
        boolean within = open.stream().anyMatch(group -> group.oneScreen() || group.within());
        boolean repeat = type.base().equals("begin_repeat");
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        if (repeat) {
            ledger.changed(
                    row.where(),
                    "repeat " + row.get("name"),
                    "A questionnaire here asks each question once.",
                    "What is in it is listed and left out.");
        } else if (!isInRepeat()) {
            reader.condition(row, "relevant", holder, "if", "The group is always shown; write the condition anew.");
            columns.note(row);
        }
        JsonNode condition = holder.has("if") ? holder.path("if") : Logic.and(List.of());
        boolean always = condition.isBoolean() && condition.booleanValue() && !repeat;
        // A heading goes onto the page of the group that follows at once, unless that one may be hidden.
        if (!within && !(heading != null && always)) {
            flush();
        }
        boolean oneScreen = row.get("appearance").contains("field-list");
        open.push(new Group(row, repeat, oneScreen, within, condition, null));
        JsonNode label = repeat || isInRepeat() ? null : wording.text(row, "label");
        if (label != null) {
            ObjectNode statement = JsonNodeFactory.instance.objectNode().put("type", "statement");
            String name = row.get("name").strip();
            statement.put("name", questions.fresh((name.isEmpty() ? "group_" + row.number() : name) + "_heading", row));
            statement.set("text", label);
            JsonNode hint = wording.text(row, "hint");
            if (hint != null) {
                statement.set("description", hint);
            }
            add(statement, row);
            heading = row;
        }
    }

    /** A page that we exported. */
    void begin(Row row, ObjectNode members) {
        flush();
        open.push(new Group(row, false, true, false, Logic.and(List.of()), members));
    }

    void end(Row row) {
        if (open.isEmpty()) {
            ledger.changed(row.where(), row.get("type"), "There is no group to end here.", "The row is left out.");
            return;
        }
        boolean within = open.peek().within();
        if (!within) {
            flush();
        }
        open.pop();
    }

    void add(ObjectNode element, Row row) {
        List<JsonNode> conditions = new ArrayList<>();
        for (Iterator<Group> each = open.descendingIterator(); each.hasNext(); ) {
            Group group = each.next();
            if (group.within()) {
                conditions.add(group.condition());
            }
        }
        if (!conditions.isEmpty()) {
            if (element.has("visibleIf")) {
                conditions.add(element.path("visibleIf"));
            }
            JsonNode all = Logic.and(conditions);
            if (!all.isBoolean() || !all.booleanValue()) {
                element.set("visibleIf", all);
            }
        }
        if (elements.size() >= MAX_ELEMENTS) {
            flush();
        }
        elements.add(element);
        heading = null;
    }

    void finish() {
        flush();
        for (Group group : open) {
            ledger.changed(
                    group.row().where(),
                    group.row().get("type") + " " + group.row().get("name"),
                    "The group is not ended.",
                    "It was taken to end with the form.");
        }
    }

    private void flush() {
        heading = null;
        if (elements.isEmpty()) {
            return;
        }
        ObjectNode page = pages.addObject();
        List<JsonNode> conditions = new ArrayList<>();
        Group innermost = null;
        for (Iterator<Group> each = open.descendingIterator(); each.hasNext(); ) {
            Group group = each.next();
            if (!group.within()) {
                conditions.add(group.condition());
                innermost = group;
            }
        }
        if (innermost != null && innermost.members() != null) {
            page.setAll(innermost.members());
        } else {
            String name = innermost == null ? "" : innermost.row().get("name").strip();
            page.put("name", pageNames.claim(name.isEmpty() ? "page_" + pages.size() : name));
        }
        JsonNode condition = Logic.and(conditions);
        if (!condition.isBoolean() || !condition.booleanValue()) {
            page.set("visibleIf", condition);
        }
        page.set("elements", elements);
        elements = JsonNodeFactory.instance.arrayNode();
    }
}
