package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.Formula.Call;
import io.earshot.questionnaire.exchange.formula.Formula.Constant;
import io.earshot.questionnaire.exchange.formula.Formula.Operation;
import io.earshot.questionnaire.exchange.formula.Formula.Reference;
import io.earshot.questionnaire.exchange.formula.FormulaParser;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import io.earshot.questionnaire.exchange.limesurvey.Answer.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** ExpressionScript as JsonLogic that means the same, or a reason why there is none. */
final class ExpressionLogic {
    private static final Set<String> SAME = Set.of("NAOK", "value", "valueNAOK", "code", "shown");

    private final Function<String, Optional<Answer>> scope;

    /** @param scope by LimeSurvey's name, without what follows a dot */
    ExpressionLogic(Function<String, Optional<Answer>> scope) {
        this.scope = scope;
    }

    static Formula parse(String expression) throws NotExpressible {
        return FormulaParser.parse(ExpressionTokens.of(expression));
    }

    JsonNode condition(Formula formula) throws NotExpressible {
        if (formula instanceof Reference reference) {
            Answer answer = find(reference.name());
            return answer.kind() == Kind.NUMBER || answer.kind() == Kind.COMPUTED
                    ? Logic.of("!!", Logic.variable(answer.name()))
                    : answered(answer);
        }
        JsonNode node = value(formula);
        if (node.isTextual()) {
            return BooleanNode.valueOf(
                    !node.textValue().isEmpty() && !node.textValue().equals("0"));
        }
        return node.isNumber() ? BooleanNode.valueOf(node.decimalValue().signum() != 0) : node;
    }

    JsonNode value(Formula formula) throws NotExpressible {
        if (formula instanceof Constant constant) {
            return constant.value();
        }
        if (formula instanceof Reference reference) {
            Answer answer = find(reference.name());
            return answer.kind() == Kind.CHOICE
                    ? Logic.of("if", chosen(answer), TextNode.valueOf("Y"), TextNode.valueOf(""))
                    : Logic.variable(answer.name());
        }
        if (formula instanceof Operation operation) {
            return operation(operation);
        }
        if (formula instanceof Call call) {
            return call(call);
        }
        throw new NotExpressible("It can't be read.");
    }

    private JsonNode operation(Operation operation) throws NotExpressible {
        List<Formula> operands = operation.operands();
        return switch (operation.operator()) {
            case "and" -> Logic.and(conditions(operands));
            case "or" -> Logic.or(conditions(operands));
            case "!" -> Logic.not(condition(operands.get(0)));
            case "==" -> equality(operands.get(0), operands.get(1));
            case "!=" -> Logic.not(equality(operands.get(0), operands.get(1)));
            case "-" -> operands.size() == 1 ? negated(operands.get(0)) : Logic.of("-", numbers(operands));
            case "+" -> sum(operands);
            default -> order(operation.operator(), operands);
        };
    }

    private JsonNode order(String operator, List<Formula> operands) throws NotExpressible {
        if (operands.get(0) instanceof Call call
                && call.function().equals("strlen")
                && call.arguments().size() == 1
                && operands.get(1) instanceof Constant limit
                && call.arguments().get(0) instanceof Reference text) {
            String asked = operator + " " + limit.value().asText();
            if (List.of("> 0", ">= 1").contains(asked)) {
                return answered(find(text.name()));
            }
        }
        return Logic.of(operator, numbers(operands));
    }

    /** A plus joins texts in LimeSurvey if one of the two is a text. */
    private JsonNode sum(List<Formula> operands) throws NotExpressible {
        for (Formula operand : operands) {
            if (operand instanceof Constant constant && constant.value().isTextual()) {
                return Logic.of("cat", values(operands));
            }
        }
        return Logic.of("+", numbers(operands));
    }

    private JsonNode negated(Formula operand) throws NotExpressible {
        JsonNode number = numeric(value(operand));
        return number.isNumber() ? number(number.decimalValue().negate()) : Logic.of("-", number);
    }

    private JsonNode equality(Formula left, Formula right) throws NotExpressible {
        Optional<Answer> asked = asked(left);
        Formula other = right;
        if (asked.isEmpty()) {
            asked = asked(right);
            other = left;
        }
        JsonNode value = value(other);
        if (asked.isEmpty()) {
            return Logic.of("==", value(left), value);
        }
        Answer answer = asked.get();
        if (value.isTextual() && value.textValue().isEmpty()) {
            return Logic.not(answered(answer));
        }
        if (!value.isTextual() && !value.isNumber()) {
            if (answer.kind() == Kind.CHOICE || answer.kind() == Kind.LIST) {
                throw new NotExpressible("It compares a choice of several with another answer.");
            }
            return Logic.of("==", Logic.variable(answer.name()), value);
        }
        return switch (answer.kind()) {
            case CHOICE ->
                value.asText().equals("Y")
                        ? chosen(answer)
                        : value.asText().equals("N") ? Logic.not(chosen(answer)) : BooleanNode.FALSE;
            case ONE_CODE -> Logic.of("==", Logic.variable(answer.name()), code(answer, value.asText()));
            case NUMBER -> Logic.of("==", Logic.variable(answer.name()), numeric(value));
            case LIST -> throw new NotExpressible("It compares a list with a value.");
            case TEXT, MOMENT, COMPUTED -> Logic.of("==", Logic.variable(answer.name()), value);
        };
    }

    private JsonNode call(Call call) throws NotExpressible {
        List<Formula> given = call.arguments();
        return switch (call.function()) {
            case "is_empty" -> Logic.not(answered(answer(call)));
            case "is_numeric" -> {
                Answer answer = answer(call);
                if (answer.kind() != Kind.NUMBER) {
                    throw unknown(call);
                }
                yield answered(answer);
            }
            case "if" -> {
                if (given.size() != 3) {
                    throw unknown(call);
                }
                yield Logic.of("if", condition(given.get(0)), value(given.get(1)), value(given.get(2)));
            }
            case "count" -> {
                List<JsonNode> ones = new ArrayList<>();
                for (Formula each : given) {
                    ones.add(one(answered(asked(each).orElseThrow(() -> unknown(call)))));
                }
                yield added(ones);
            }
            case "countif" -> {
                List<JsonNode> ones = new ArrayList<>();
                for (Formula each : given.subList(Math.min(1, given.size()), given.size())) {
                    ones.add(one(equality(each, given.get(0))));
                }
                yield added(ones);
            }
            case "sum" -> given.size() == 1 ? numbers(given).get(0) : Logic.of("+", zeros(given));
            case "max", "min" -> {
                if (given.isEmpty()) {
                    throw unknown(call);
                }
                yield Logic.of(call.function(), numbers(given));
            }
            case "implode" -> imploded(call);
            case "join" -> Logic.of("cat", values(given));
            case "intval" -> {
                JsonNode number = numbers(List.of(only(call))).get(0);
                yield Logic.of("-", number, Logic.of("%", number, IntNode.valueOf(1)));
            }
            case "abs" -> {
                JsonNode number = numbers(List.of(only(call))).get(0);
                yield Logic.of("max", number, Logic.of("-", number));
            }
            default -> throw unknown(call);
        };
    }

    private JsonNode imploded(Call call) throws NotExpressible {
        List<JsonNode> joined = new ArrayList<>();
        JsonNode between = value(only(call));
        for (Formula part : call.arguments().subList(1, call.arguments().size())) {
            if (!joined.isEmpty()) {
                joined.add(between);
            }
            joined.add(value(part));
        }
        return Logic.of("cat", joined);
    }

    private static JsonNode one(JsonNode condition) {
        return Logic.of("if", condition, IntNode.valueOf(1), IntNode.valueOf(0));
    }

    private static JsonNode added(List<JsonNode> ones) {
        return ones.isEmpty() ? IntNode.valueOf(0) : Logic.of("+", ones);
    }

    /** What was not answered adds nothing. */
    private List<JsonNode> zeros(List<Formula> given) throws NotExpressible {
        List<JsonNode> numbers = new ArrayList<>();
        for (Formula each : given) {
            Optional<Answer> asked = asked(each);
            JsonNode number = numbers(List.of(each)).get(0);
            numbers.add(asked.isPresent() ? Logic.of("if", answered(asked.get()), number, IntNode.valueOf(0)) : number);
        }
        return numbers;
    }

    private Answer answer(Call call) throws NotExpressible {
        return asked(only(call)).orElseThrow(() -> unknown(call));
    }

    private static Formula only(Call call) throws NotExpressible {
        if (call.arguments().isEmpty()) {
            throw unknown(call);
        }
        return call.arguments().get(0);
    }

    static JsonNode answered(Answer answer) {
        return answer.kind() == Kind.CHOICE ? chosen(answer) : Logic.isAnswered(answer.name());
    }

    static JsonNode chosen(Answer answer) {
        return Logic.of("in", Codes.node(answer.code()), Logic.variable(answer.name()));
    }

    static JsonNode code(Answer answer, String code) {
        return Codes.node(answer.codes().getOrDefault(code, code));
    }

    private Optional<Answer> asked(Formula formula) throws NotExpressible {
        return formula instanceof Reference reference ? Optional.of(find(reference.name())) : Optional.empty();
    }

    /** The answer that a reference stands for; what follows its dot may say that something else is meant. */
    Answer find(String reference) throws NotExpressible {
        int dot = reference.indexOf('.');
        String name = dot < 0 ? reference : reference.substring(0, dot);
        String suffix = dot < 0 ? "" : reference.substring(dot + 1);
        if (!suffix.isEmpty() && !SAME.contains(suffix)) {
            throw new NotExpressible("It looks at ." + suffix + " of " + name + ", which is not an answer.");
        }
        Answer answer = scope.apply(name)
                .orElseThrow(() -> new NotExpressible("It looks at " + name + ", which the draft does not have."));
        boolean coded = answer.kind() == Kind.ONE_CODE || answer.kind() == Kind.CHOICE;
        if (coded && (suffix.equals("shown") || suffix.startsWith("value"))) {
            throw new NotExpressible("It looks at the " + (suffix.equals("shown") ? "words" : "assessment value")
                    + " of " + name + "; conditions here look at codes.");
        }
        return answer;
    }

    private List<JsonNode> conditions(List<Formula> operands) throws NotExpressible {
        List<JsonNode> conditions = new ArrayList<>();
        for (Formula operand : operands) {
            conditions.add(condition(operand));
        }
        return conditions;
    }

    private List<JsonNode> values(List<Formula> operands) throws NotExpressible {
        List<JsonNode> values = new ArrayList<>();
        for (Formula operand : operands) {
            values.add(value(operand));
        }
        return values;
    }

    private List<JsonNode> numbers(List<Formula> operands) throws NotExpressible {
        List<JsonNode> numbers = new ArrayList<>();
        for (Formula operand : operands) {
            Optional<Answer> asked = asked(operand);
            if (asked.isPresent()
                    && (asked.get().kind() == Kind.CHOICE
                            || asked.get().kind() == Kind.LIST
                            || asked.get().kind() == Kind.MOMENT)) {
                throw new NotExpressible("It takes the answer to " + asked.get().name() + " for a number.");
            }
            numbers.add(numeric(value(operand)));
        }
        return numbers;
    }

    private static JsonNode numeric(JsonNode node) throws NotExpressible {
        if (!node.isTextual()) {
            return node;
        }
        if (!node.textValue().strip().matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            throw new NotExpressible("It takes the text '" + node.textValue() + "' for a number.");
        }
        return number(new BigDecimal(node.textValue().strip()));
    }

    static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 9
                ? IntNode.valueOf(plain.intValueExact())
                : DecimalNode.valueOf(plain);
    }

    private static NotExpressible unknown(Call call) {
        return new NotExpressible("JsonLogic has no equal of " + call.function() + "() as it is used here.");
    }
}
