package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.Formula.Call;
import io.earshot.questionnaire.exchange.formula.Formula.Constant;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import io.earshot.questionnaire.exchange.xlsform.Answerable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions of XLSForm that JsonLogic can say. */
final class XPathFunctions {
    private final XPathLogic logic;

    XPathFunctions(XPathLogic logic) {
        this.logic = logic;
    }

    JsonNode value(Call call) throws NotExpressible {
        List<Formula> given = call.arguments();
        return switch (call.function()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "not" -> Logic.not(logic.condition(only(call)));
            case "boolean" -> logic.condition(only(call));
            case "selected" -> selected(call);
            case "count-selected" -> count(answer(call, Kind.CODES, Kind.RANKS).name());
            case "selected-at" ->
                Logic.variable(answer(call, Kind.CODES, Kind.RANKS).name() + "." + whole(call, 1));
            case "if" ->
                Logic.of("if", logic.condition(at(call, 0)), logic.value(at(call, 1)), logic.value(at(call, 2)));
            case "coalesce" -> coalesce(call);
            case "concat" -> Logic.of("cat", values(given));
            case "string", "once" ->
                call.function().equals("once") ? unknown(call) : Logic.of("cat", logic.value(only(call)));
            case "number" -> Logic.of("+", logic.numbers(List.of(only(call))));
            case "int" -> truncated(logic.numbers(List.of(only(call))).get(0));
            case "min", "max" -> extreme(call);
            case "sum" -> unknown(call);
            case "contains" -> Logic.of("in", logic.value(at(call, 1)), text(at(call, 0)));
            case "starts-with" -> affix(call, true);
            case "ends-with" -> affix(call, false);
            case "substr" -> substr(call);
            default -> unknown(call);
        };
    }

    /** How many were chosen; JsonLogic has no length, but can add ones. */
    static JsonNode count(String name) {
        return Logic.of(
                "reduce",
                Logic.variable(name),
                Logic.of("+", Logic.variable("accumulator"), IntNode.valueOf(1)),
                IntNode.valueOf(0));
    }

    /** {@code string-length(${q}) > 0} and its like ask only whether there is an answer. */
    static Optional<JsonNode> comparedLength(XPathLogic logic, String operator, List<Formula> operands)
            throws NotExpressible {
        if (operands.get(0) instanceof Call call
                && call.function().equals("string-length")
                && call.arguments().size() == 1
                && operands.get(1) instanceof Constant limit) {
            Optional<Answerable> asked = logic.asked(call.arguments().get(0));
            String question = operator + " " + limit.value().asText();
            if (asked.isPresent() && List.of("> 0", ">= 1").contains(question)) {
                return Optional.of(Logic.isAnswered(asked.get().name()));
            }
            if (asked.isPresent() && List.of("== 0", "< 1", "<= 0").contains(question)) {
                return Optional.of(Logic.isEmpty(asked.get().name()));
            }
        }
        return Optional.empty();
    }

    private JsonNode selected(Call call) throws NotExpressible {
        Answerable asked = answer(call, Kind.CODES, Kind.RANKS, Kind.ONE_CODE);
        JsonNode wanted = logic.value(at(call, 1));
        JsonNode code = wanted.isTextual() || wanted.isNumber() ? XPathLogic.code(asked, wanted.asText()) : wanted;
        JsonNode variable = Logic.variable(asked.name());
        return asked.kind() == Kind.ONE_CODE ? Logic.of("==", variable, code) : Logic.of("in", code, variable);
    }

    private JsonNode coalesce(Call call) throws NotExpressible {
        Optional<Answerable> first = logic.asked(at(call, 0));
        if (first.isEmpty()) {
            return unknown(call);
        }
        return Logic.of("if", Logic.isAnswered(first.get().name()), logic.value(at(call, 0)), logic.value(at(call, 1)));
    }

    private JsonNode extreme(Call call) throws NotExpressible {
        // With one argument it goes through a repeat, which the draft does not have.
        return call.arguments().size() < 2 ? unknown(call) : Logic.of(call.function(), logic.numbers(call.arguments()));
    }

    private static JsonNode truncated(JsonNode number) {
        return Logic.of("-", number, Logic.of("%", number, IntNode.valueOf(1)));
    }

    private JsonNode affix(Call call, boolean start) throws NotExpressible {
        JsonNode part = logic.value(at(call, 1));
        if (!part.isTextual() || part.textValue().isEmpty()) {
            return unknown(call);
        }
        int length = part.textValue().length();
        JsonNode cut = start
                ? Logic.of("substr", text(at(call, 0)), IntNode.valueOf(0), IntNode.valueOf(length))
                : Logic.of("substr", text(at(call, 0)), IntNode.valueOf(-length));
        return Logic.of("==", cut, part);
    }

    private JsonNode substr(Call call) throws NotExpressible {
        int from = whole(call, 1);
        if (call.arguments().size() == 2) {
            return Logic.of("substr", text(at(call, 0)), IntNode.valueOf(from));
        }
        int to = whole(call, 2);
        if (to < from) {
            return unknown(call);
        }
        return Logic.of("substr", text(at(call, 0)), IntNode.valueOf(from), IntNode.valueOf(to - from));
    }

    private JsonNode text(Formula formula) throws NotExpressible {
        Optional<Answerable> asked = logic.asked(formula);
        if (asked.isPresent() && asked.get().kind() != Kind.TEXT && asked.get().kind() != Kind.COMPUTED) {
            throw new NotExpressible("It takes the answer to " + asked.get().name() + " for a text.");
        }
        JsonNode value = logic.value(formula);
        return value.isNumber() ? TextNode.valueOf(value.asText()) : value;
    }

    private List<JsonNode> values(List<Formula> formulas) throws NotExpressible {
        List<JsonNode> values = new ArrayList<>();
        for (Formula formula : formulas) {
            values.add(logic.value(formula));
        }
        return values;
    }

    private Answerable answer(Call call, Kind... kinds) throws NotExpressible {
        Optional<Answerable> asked = logic.asked(at(call, 0));
        if (asked.isEmpty() || !List.of(kinds).contains(asked.get().kind())) {
            throw new NotExpressible(call.function() + "() needs a question with choices.");
        }
        return asked.get();
    }

    private static int whole(Call call, int index) throws NotExpressible {
        if (at(call, index) instanceof Constant constant
                && constant.value().isIntegralNumber()
                && constant.value().canConvertToInt()) {
            return constant.value().intValue();
        }
        throw new NotExpressible(call.function() + "() is carried with a fixed number only.");
    }

    private static Formula only(Call call) throws NotExpressible {
        return at(call, 0);
    }

    private static Formula at(Call call, int index) throws NotExpressible {
        if (index >= call.arguments().size()) {
            throw new NotExpressible(call.function() + "() lacks an argument.");
        }
        return call.arguments().get(index);
    }

    private static JsonNode unknown(Call call) throws NotExpressible {
        throw new NotExpressible("JsonLogic has no equal of " + call.function() + "().");
    }
}
