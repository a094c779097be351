package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.check.VersionDifference.Change;
import io.earshot.questionnaire.check.VersionDifference.VariableChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A variable before and after, and whether its data can be pooled. */
final class VariableComparison {
    /** Members that only limit an answer, so that what was allowed before means the same after. */
    private static final List<String> LIMITS =
            List.of("min", "max", "step", "top", "maxLength", "format", "pattern", "accept", "maxBytes", "maxFiles");

    /** Changes after which a number or a code in the data no longer means what it meant, with the reason. */
    private static final Map<String, String> BREAKS = Map.ofEntries(
            Map.entry("type", "It is another kind of variable now."),
            Map.entry("measure", "What may be computed with it is different."),
            Map.entry("options-added", "Before, nobody could choose what was added, so that shares can't be compared."),
            Map.entry("options-removed", "Now nobody can choose what was removed, so that shares can't be compared."),
            Map.entry("scale", "The scale has other points, so that a value means something else."),
            Map.entry("unit", "The unit is different; convert the numbers first."),
            Map.entry("condition", "It is asked of other people now."),
            Map.entry("scoring", "It is computed in another way; compute it anew from the answers of both."),
            Map.entry("sets", "The items were compared with others."));

    private static final Map<String, String> CAUTIONS = Map.of(
            "wording", "Only words changed; read both and pool if they ask the same.",
            "options-relabelled", "Only labels changed; read both and pool if they mean the same.",
            "options-reordered", "The options stand in another order, which can move answers a little.",
            "limits", "Other answers are allowed now; see whether many were given that only one version allows.",
            "required", "Its answers mean the same, but more or fewer may be missing.");

    private final String languageBefore;
    private final String languageAfter;
    private final List<Change> changes = new ArrayList<>();

    private VariableComparison(Instrument before, Instrument after) {
        languageBefore = before.defaultLanguage();
        languageAfter = after.defaultLanguage();
    }

    static VariableChange of(Instrument before, Named was, Instrument after, Named is) {
        VariableComparison comparison = new VariableComparison(before, after);
        comparison.compare(was, is);
        return comparison.verdict(is.name());
    }

    private VariableChange verdict(String name) {
        if (changes.isEmpty()) {
            return new VariableChange(name, "same", List.of(), true, "Nothing about it changed.");
        }
        Optional<String> breaks = first(BREAKS);
        String why = breaks.or(() -> first(CAUTIONS)).orElse("Only translations changed.");
        return new VariableChange(name, "changed", changes, breaks.isEmpty(), why);
    }

    private Optional<String> first(Map<String, String> reasons) {
        return changes.stream()
                .flatMap(change -> Optional.ofNullable(reasons.get(change.what())).stream())
                .findFirst();
    }

    private void compare(Named was, Named is) {
        if (!was.role().equals(is.role())) {
            changes.add(new Change("type", was.role() + " → " + is.role()));
            return;
        }
        if (!Objects.equals(was.place().json().get("type"), is.place().json().get("type"))) {
            member("type", "type", was.place(), is.place());
        }
        words(was.place().at("text"), is.place().at("text"));
        Asked askedBefore = was.asked();
        Asked askedAfter = is.asked();
        if (askedBefore != null && askedAfter != null) {
            asked(askedBefore, was.place(), askedAfter, is.place());
        }
        member("unit", "unit", was.place(), is.place());
        member("scoring", "compute", was.place(), is.place());
        for (String scoring : List.of("method", "items", "minAnswered", "rescale")) {
            member("scoring", scoring, was.place(), is.place());
        }
    }

    private void asked(Asked was, Place partBefore, Asked is, Place partAfter) {
        if (partBefore != was.place()) {
            words(was.place().at("text"), is.place().at("text"));
            member("condition", "visibleIf", partBefore, partAfter);
            member("scoring", "reversed", partBefore, partAfter);
        }
        coded(was, is);
        member("measure", "ordered", was.place(), is.place());
        member("measure", "multiple", was.place(), is.place());
        member("scale", "points", was.place(), is.place());
        member("scale", "total", was.place(), is.place());
        member("sets", "sets", was.place(), is.place());
        for (String limit : LIMITS) {
            boolean isEnd = is.kind() == Kind.SLIDER && Set.of("min", "max").contains(limit);
            member(isEnd ? "scale" : "limits", limit, was.place(), is.place());
        }
        member("condition", "visibleIf", was.place(), is.place());
        member("required", "required", was.place(), is.place());
        member("required", "requiredIf", was.place(), is.place());
    }

    private void coded(Asked was, Asked is) {
        Map<String, Place> before = labels(was);
        Map<String, Place> after = labels(is);
        boolean scale = is.kind() == Kind.LIKERT || is.place().flag("ordered");
        list(
                scale ? "scale" : "options-added",
                "added ",
                after.keySet().stream().filter(code -> !before.containsKey(code)));
        list(
                scale ? "scale" : "options-removed",
                "removed ",
                before.keySet().stream().filter(code -> !after.containsKey(code)));
        list(
                "options-relabelled",
                "",
                after.entrySet().stream()
                        .filter(entry -> differs(before.get(entry.getKey()), entry.getValue()))
                        .map(Map.Entry::getKey));
        List<String> orderBefore =
                before.keySet().stream().filter(after::containsKey).toList();
        List<String> orderAfter =
                after.keySet().stream().filter(before::containsKey).toList();
        if (!orderBefore.equals(orderAfter)) {
            changes.add(new Change(scale ? "scale" : "options-reordered", "the order of the codes"));
        }
    }

    private boolean differs(@Nullable Place before, Place after) {
        return before != null && !inWords(before, languageBefore).equals(inWords(after, languageAfter));
    }

    private static Map<String, Place> labels(Asked asked) {
        Map<String, Place> labels = new LinkedHashMap<>();
        Stream.concat(asked.options(), asked.place().each("scale"))
                .forEach(item -> labels.putIfAbsent(item.word("code"), item.at("text")));
        return labels;
    }

    private void list(String what, String how, Stream<String> codes) {
        List<String> listed = codes.toList();
        if (!listed.isEmpty()) {
            changes.add(new Change(what, how + shortened(String.join(", ", listed))));
        }
    }

    private void words(Place before, Place after) {
        String was = inWords(before, languageBefore);
        String is = inWords(after, languageAfter);
        if (!was.equals(is)) {
            changes.add(new Change("wording", shortened(was) + " → " + shortened(is)));
        } else if (!before.json().equals(after.json())) {
            changes.add(new Change("translation", shortened(is)));
        }
    }

    private static String inWords(Place text, String language) {
        return new Wording(text, Wording.Role.QUESTION, null, Optional.empty()).words(language);
    }

    private void member(String what, String field, Place before, Place after) {
        JsonNode was = before.json().path(field);
        JsonNode is = after.json().path(field);
        // Saying that something is not so is the same as not saying that it is.
        boolean same = was.isNumber() && is.isNumber()
                ? was.decimalValue().compareTo(is.decimalValue()) == 0
                : was.equals(is) || (isUnsaid(was) && isUnsaid(is));
        if (!same) {
            changes.add(new Change(what, field + ": " + shown(was) + " → " + shown(is)));
        }
    }

    private static boolean isUnsaid(JsonNode value) {
        return value.isMissingNode() || (value.isBoolean() && !value.booleanValue());
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "none" : shortened(value.toString());
    }

    private static String shortened(String words) {
        return words.length() <= 200 ? words : words.substring(0, 200) + "…";
    }
}
