package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.earshot.questionnaire.exchange.Html;
import io.earshot.questionnaire.exchange.Languages;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Texts;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** LimeSurvey's texts in ours: HTML as Markdown, {@code {code}} as a pipe, and an expression in braces as a computed variable. */
final class Prose {
    /** As LimeSurvey has it: braces with a space inside are braces. Quoted braces inside are not looked for. */
    private static final Pattern EXPRESSION = Pattern.compile("\\{(?!\\s)([^{}]+)(?<!\\s)}");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final Variables variables;
    private final ExpressionLogic logic;
    private final ArrayNode computed;
    private final Ledger ledger;
    private final String language;
    private final Map<String, String> known = new HashMap<>();

    Prose(Variables variables, ArrayNode computed, Ledger ledger, String language) {
        this.variables = variables;
        this.logic = new ExpressionLogic(variables::find);
        this.computed = computed;
        this.ledger = ledger;
        this.language = tag(language);
    }

    String defaultLanguage() {
        return language;
    }

    /** The text; null if it has no words in any language. */
    @Nullable
    JsonNode text(Map<String, String> byLanguage, String where, String owner) {
        Map<String, String> words = new LinkedHashMap<>();
        Set<String> lost = new LinkedHashSet<>();
        byLanguage.forEach((tag, html) -> {
            Html.Plain plain = Html.plain(html);
            lost.addAll(plain.lost());
            words.put(tag(tag), piped(plain.words(), where, owner));
        });
        if (!lost.isEmpty()) {
            ledger.changed(
                    where,
                    owner + ": HTML",
                    "The text has HTML for which there is no plain text: " + String.join(", ", lost) + ".",
                    "See whether the words make sense without it.");
        }
        return Texts.of(words, language, ledger, where);
    }

    private String piped(String words, String where, String owner) {
        Matcher matcher = EXPRESSION.matcher(words);
        StringBuilder piped = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(piped, Matcher.quoteReplacement(pipe(matcher.group(1), where, owner)));
        }
        matcher.appendTail(piped);
        return piped.toString();
    }

    private String pipe(String expression, String where, String owner) {
        try {
            Formula formula = ExpressionLogic.parse(expression);
            Optional<String> variable = variable(formula);
            if (variable.isPresent()) {
                return "{{" + variable.get() + "}}";
            }
            return "{{" + known.computeIfAbsent(expression, any -> variables.fresh(owner + "_text", where)) + "}}"
                    + added(expression, formula);
        } catch (NotExpressible e) {
            known.remove(expression);
            ledger.changed(
                    where,
                    owner + ": {" + expression + "}",
                    "The text holds an expression. " + e.why(),
                    "It stands in the text as it is; rewrite the text, or compute it in a variable.");
            return "{" + expression + "}";
        }
    }

    /** Adds the computed variable of an expression once; nothing for the text itself. */
    private String added(String expression, Formula formula) throws NotExpressible {
        String name = known.getOrDefault(expression, "");
        for (JsonNode before : computed) {
            if (before.path("name").asText().equals(name)) {
                return "";
            }
        }
        JsonNode value = logic.value(formula);
        computed.addObject().put("name", name).put("type", "text").set("compute", Logic.of("cat", value));
        return "";
    }

    /** A plain name pipes the answer, and its words where it has a code: so does {@code .shown}. */
    private Optional<String> variable(Formula formula) throws NotExpressible {
        if (!(formula instanceof Formula.Reference reference)) {
            return Optional.empty();
        }
        String shown = reference.name().replaceAll("\\.(shown|NAOK)$", "");
        Answer answer = logic.find(shown);
        if (answer.kind() == Answer.Kind.CHOICE || answer.name().contains(".")) {
            throw new NotExpressible("It repeats one choice of several, which has no words of its own here.");
        }
        return Optional.of(answer.name());
    }

    static String tag(String language) {
        return TAG.matcher(language).matches()
                ? language
                : Languages.tag(language).orElse("en");
    }
}
