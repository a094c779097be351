package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.Formula.Call;
import io.earshot.questionnaire.exchange.formula.Formula.Constant;
import io.earshot.questionnaire.exchange.formula.Formula.Operation;
import io.earshot.questionnaire.exchange.formula.Formula.Reference;
import io.earshot.questionnaire.exchange.formula.Formula.Word;
import io.earshot.questionnaire.exchange.formula.FormulaParser;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import io.earshot.questionnaire.exchange.xlsform.Answerable.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** XLSForm's expressions as JsonLogic that means the same, or a reason why there is none. */
final class XPathLogic {
    private final Function<String, Optional<Answerable>> scope;
    private final Map<String, String> columns;

    /**
     * @param scope   by the name that the form uses; empty for what the draft does not have
     * @param columns for a {@code choice_filter}: the cells of one choice by heading
     */
    XPathLogic(Function<String, Optional<Answerable>> scope, Map<String, String> columns) {
        this.scope = scope;
        this.columns = columns;
    }

    static Formula parse(String expression) throws NotExpressible {
        return FormulaParser.parse(XPathTokens.of(expression));
    }

    /** As a condition: XPath takes any answer that is there for true. */
    JsonNode condition(Formula formula) throws NotExpressible {
        if (formula instanceof Reference reference) {
            Answerable asked = find(reference.name());
            return asked.kind() == Kind.NUMBER || asked.kind() == Kind.COMPUTED
                    ? Logic.of("!!", Logic.variable(asked.name()))
                    : Logic.isAnswered(asked.name());
        }
        JsonNode node = value(formula);
        if (node.isTextual()) {
            return BooleanNode.valueOf(!node.textValue().isEmpty());
        }
        return node.isNumber() ? BooleanNode.valueOf(node.decimalValue().signum() != 0) : node;
    }

    /** As a value. */
    JsonNode value(Formula formula) throws NotExpressible {
        if (formula instanceof Constant constant) {
            return constant.value();
        }
        if (formula instanceof Reference reference) {
            return Logic.variable(find(reference.name()).name());
        }
        if (formula instanceof Word word) {
            return TextNode.valueOf(column(word.name()));
        }
        if (formula instanceof Operation operation) {
            return operation(operation);
        }
        if (formula instanceof Call call) {
            return new XPathFunctions(this).value(call);
        }
        throw new NotExpressible("It looks at its own answer (.), which a condition here can't.");
    }

    private JsonNode operation(Operation operation) throws NotExpressible {
        List<Formula> operands = operation.operands();
        return switch (operation.operator()) {
            case "and" -> Logic.and(conditions(operands));
            case "or" -> Logic.or(conditions(operands));
            case "==" -> equality(operands.get(0), operands.get(1));
            case "!=" -> Logic.not(equality(operands.get(0), operands.get(1)));
            case "<", "<=", ">", ">=" -> order(operation.operator(), operands);
            case "-" -> {
                JsonNode first = value(operands.get(0));
                if (operands.size() == 1 && first.isNumber()) {
                    yield negated(first);
                }
                yield Logic.of("-", numbers(operands));
            }
            default -> Logic.of(operation.operator(), numbers(operands));
        };
    }

    private List<JsonNode> conditions(List<Formula> operands) throws NotExpressible {
        List<JsonNode> conditions = new ArrayList<>();
        for (Formula operand : operands) {
            conditions.add(condition(operand));
        }
        return conditions;
    }

    List<JsonNode> numbers(List<Formula> operands) throws NotExpressible {
        List<JsonNode> numbers = new ArrayList<>();
        for (Formula operand : operands) {
            refuse(operand, Kind.CODES, Kind.RANKS, Kind.FILES, Kind.MOMENT);
            numbers.add(numeric(value(operand)));
        }
        return numbers;
    }

    private JsonNode order(String operator, List<Formula> operands) throws NotExpressible {
        Optional<JsonNode> length = XPathFunctions.comparedLength(this, operator, operands);
        if (length.isPresent()) {
            return length.get();
        }
        return Logic.of(operator, numbers(operands));
    }

    private JsonNode equality(Formula left, Formula right) throws NotExpressible {
        Optional<JsonNode> length = XPathFunctions.comparedLength(this, "==", List.of(left, right));
        if (length.isPresent()) {
            return length.get();
        }
        Optional<Answerable> asked = asked(left);
        Formula other = right;
        if (asked.isEmpty()) {
            asked = asked(right);
            other = left;
        }
        JsonNode value = value(other);
        if (asked.isEmpty()) {
            JsonNode first = value(left);
            JsonNode second = value(right);
            return isFixed(first) && isFixed(second)
                    ? BooleanNode.valueOf(first.asText().equals(second.asText()))
                    : Logic.of("==", first, second);
        }
        String name = asked.get().name();
        if (value.isTextual() && value.textValue().isEmpty()) {
            return Logic.isEmpty(name);
        }
        if (value.isTextual() || value.isNumber()) {
            return equal(asked.get(), value);
        }
        refuse(left, Kind.CODES, Kind.RANKS, Kind.FILES);
        refuse(right, Kind.CODES, Kind.RANKS, Kind.FILES);
        return Logic.of("==", Logic.variable(name), value);
    }

    private JsonNode equal(Answerable asked, JsonNode value) throws NotExpressible {
        JsonNode variable = Logic.variable(asked.name());
        return switch (asked.kind()) {
            case ONE_CODE -> Logic.of("==", variable, code(asked, value.asText()));
            case CODES -> {
                if (value.asText().contains(" ")) {
                    throw new NotExpressible("It compares several choices at once with a text; use selected().");
                }
                // The text of a choice of several is its names with spaces between: equal means this one alone.
                yield Logic.and(List.of(
                        Logic.of("in", code(asked, value.asText()), variable),
                        Logic.of("==", XPathFunctions.count(asked.name()), IntNode.valueOf(1))));
            }
            case RANKS, FILES -> throw new NotExpressible("It compares a list with a text.");
            case NUMBER -> Logic.of("==", variable, numeric(value));
            case TEXT, MOMENT, COMPUTED -> Logic.of("==", variable, value);
        };
    }

    /** A choice's name as the draft's code; a name that the list does not have is kept, and never equal. */
    static JsonNode code(Answerable asked, String choice) {
        return Codes.node(asked.codes().getOrDefault(choice, choice));
    }

    Optional<Answerable> asked(Formula formula) throws NotExpressible {
        return formula instanceof Reference reference ? Optional.of(find(reference.name())) : Optional.empty();
    }

    private void refuse(Formula operand, Kind... kinds) throws NotExpressible {
        Optional<Answerable> asked = asked(operand);
        if (asked.isPresent() && List.of(kinds).contains(asked.get().kind())) {
            throw new NotExpressible("It takes the answer to " + asked.get().name()
                    + (asked.get().kind() == Kind.MOMENT
                            ? ", a date or time, for a number; conditions here can't order those."
                            : ", which is a list, for a single value."));
        }
    }

    private Answerable find(String name) throws NotExpressible {
        return scope.apply(name)
                .orElseThrow(() -> new NotExpressible("It looks at " + name + ", which the draft does not have."));
    }

    private String column(String name) throws NotExpressible {
        if (columns.isEmpty()) {
            throw new NotExpressible(
                    "The word " + name + " stands for nothing here; an answer is written ${" + name + "}.");
        }
        String cell = columns.get(name);
        return cell == null ? columns.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "") : cell;
    }

    private static boolean isFixed(JsonNode node) {
        return node.isTextual() || node.isNumber() || node.isBoolean();
    }

    /** A number written as a text counts as the number, as it does in XPath. */
    static JsonNode numeric(JsonNode node) throws NotExpressible {
        if (!node.isTextual()) {
            return node;
        }
        if (!node.textValue().strip().matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            throw new NotExpressible("It takes the text '" + node.textValue() + "' for a number.");
        }
        return Codes.number(new BigDecimal(node.textValue().strip()));
    }

    private static JsonNode negated(JsonNode number) {
        return Codes.number(number.decimalValue().negate());
    }
}
