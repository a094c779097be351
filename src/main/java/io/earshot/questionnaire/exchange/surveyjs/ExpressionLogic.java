package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.NotCarriable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** SurveyJS expressions as JsonLogic; what is asked is looked up by the name that the file gives it. */
final class ExpressionLogic {
    private final Function<String, Optional<Asked>> known;

    ExpressionLogic(Function<String, Optional<Asked>> known) {
        this.known = known;
    }

    /** @throws NotCarriable if it can't be said in JsonLogic, or names what is not asked */
    JsonNode condition(String text) throws NotCarriable {
        return truth(ExpressionParser.parse(text));
    }

    /** A formula's value, such as a sum. */
    JsonNode value(String text) throws NotCarriable {
        return value(ExpressionParser.parse(text));
    }

    /** Whether a formula gives a number; words otherwise. */
    boolean isNumber(String text) throws NotCarriable {
        return isNumber(ExpressionParser.parse(text));
    }

    private boolean isNumber(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return constant.value().isNumber() || constant.value().isBoolean();
        }
        if (expression instanceof Expression.Reference reference) {
            return known.apply(reference.name())
                    .map(asked -> asked.kind() == Asked.Kind.NUMBER)
                    .orElse(false);
        }
        if (expression instanceof Expression.Binary binary && binary.operator().equals("+")) {
            return isNumber(binary.left()) && isNumber(binary.right());
        }
        if (expression instanceof Expression.Call call && call.function().equalsIgnoreCase("iif")) {
            return call.arguments().stream().skip(1).allMatch(this::isNumber);
        }
        return true;
    }

    private JsonNode truth(Expression expression) throws NotCarriable {
        if (expression instanceof Expression.Reference reference) {
            Asked asked = asked(reference);
            return asked.kind() == Asked.Kind.YES_NO ? asked.has(Logic.truth(true)) : Logic.op("!!", asked.var());
        }
        return value(expression);
    }

    private JsonNode value(Expression expression) throws NotCarriable {
        if (expression instanceof Expression.Reference reference) {
            return asked(reference).var();
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Expression.Listed listed) {
            return Logic.array(values(listed.items()));
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        return call((Expression.Call) expression);
    }

    private JsonNode unary(Expression.Unary unary) throws NotCarriable {
        return switch (unary.operator()) {
            case "empty" -> Logic.empty(value(unary.operand()));
            case "notempty" -> Logic.answered(value(unary.operand()));
            case "-" -> Logic.op("-", value(unary.operand()));
            default -> Logic.not(truth(unary.operand()));
        };
    }

    private JsonNode binary(Expression.Binary binary) throws NotCarriable {
        String operator = binary.operator();
        return switch (operator) {
            case "and" -> Logic.and(truth(binary.left()), truth(binary.right()));
            case "or" -> Logic.or(List.of(truth(binary.left()), truth(binary.right())));
            case "=" -> equal(binary.left(), binary.right());
            case "!=" -> Logic.not(equal(binary.left(), binary.right()));
            case "contains" -> contains(binary.left(), binary.right());
            case "notcontains" -> Logic.not(contains(binary.left(), binary.right()));
            case "anyof" -> anyOf(binary.left(), binary.right());
            case "noneof" -> Logic.not(anyOf(binary.left(), binary.right()));
            case "allof" -> allOf(binary.left(), binary.right());
            case "^" -> throw new NotCarriable("Powers have no counterpart.");
            case "+" ->
                isNumber(binary.left()) && isNumber(binary.right())
                        ? Logic.op("+", value(binary.left()), value(binary.right()))
                        : Logic.op("cat", value(binary.left()), value(binary.right()));
            default -> Logic.op(operator, coded(binary.left(), binary.right()), coded(binary.right(), binary.left()));
        };
    }

    private JsonNode equal(Expression left, Expression right) throws NotCarriable {
        if (right instanceof Expression.Reference && !(left instanceof Expression.Reference)) {
            return equal(right, left);
        }
        Optional<Asked> asked = askedIn(left);
        if (asked.isPresent() && asked.get().kind() == Asked.Kind.SET) {
            List<Expression> wanted = right instanceof Expression.Listed listed ? listed.items() : List.of(right);
            return Logic.and(
                    Logic.op("==", Logic.size(asked.get().var()), Logic.number(wanted.size())), allOf(left, right));
        }
        if (right instanceof Expression.Constant constant && constant.value().isNull()) {
            return Logic.empty(value(left));
        }
        return Logic.op("==", coded(left, right), coded(right, left));
    }

    private JsonNode contains(Expression left, Expression right) throws NotCarriable {
        return right instanceof Expression.Listed
                ? allOf(left, right)
                : Logic.op("in", coded(right, left), value(left));
    }

    private JsonNode anyOf(Expression left, Expression right) throws NotCarriable {
        boolean set = askedIn(left).map(asked -> asked.kind() == Asked.Kind.SET).orElse(false);
        JsonNode wanted = coded(right, left);
        if (!set) {
            return Logic.op("in", value(left), wanted);
        }
        List<JsonNode> any = new ArrayList<>();
        wanted.forEach(code -> any.add(contained(code, left)));
        return Logic.or(any);
    }

    private JsonNode allOf(Expression left, Expression right) throws NotCarriable {
        List<JsonNode> all = new ArrayList<>();
        JsonNode wanted = coded(right, left);
        if (wanted.isArray()) {
            wanted.forEach(code -> all.add(contained(code, left)));
        } else {
            all.add(contained(wanted, left));
        }
        return Logic.and(all);
    }

    private JsonNode contained(JsonNode code, Expression in) {
        return Logic.op("in", code, askedIn(in).map(Asked::var).orElse(Logic.nothing()));
    }

    /** The operand, its constants written as the codes of what it is compared with. */
    private JsonNode coded(Expression operand, Expression comparedWith) throws NotCarriable {
        Optional<Asked> asked = askedIn(comparedWith);
        if (asked.isPresent() && operand instanceof Expression.Constant constant) {
            return asked.get().value(constant.value());
        }
        if (asked.isPresent() && operand instanceof Expression.Listed listed) {
            List<JsonNode> items = new ArrayList<>();
            for (Expression item : listed.items()) {
                items.add(coded(item, comparedWith));
            }
            return Logic.array(items);
        }
        return value(operand);
    }

    private JsonNode call(Expression.Call call) throws NotCarriable {
        List<JsonNode> arguments = values(call.arguments());
        return switch (call.function().toLowerCase(Locale.ROOT)) {
            case "iif" -> {
                if (arguments.size() != 3) {
                    throw new NotCarriable("iif takes three arguments.");
                }
                yield Logic.op("if", truth(call.arguments().get(0)), arguments.get(1), arguments.get(2));
            }
            case "sum" -> Logic.op("+", orZero(arguments));
            case "min", "max" -> Logic.op(call.function().toLowerCase(Locale.ROOT), arguments);
            case "avg" -> Logic.op("/", Logic.op("+", orZero(arguments)), Logic.op("+", counted(arguments)));
            default -> throw new NotCarriable("The function " + call.function() + " has no counterpart.");
        };
    }

    /** SurveyJS adds what is answered; JsonLogic makes nothing of a sum with an unanswered part. */
    private static List<JsonNode> orZero(List<JsonNode> arguments) {
        return arguments.stream()
                .map(argument -> Logic.op("if", Logic.answered(argument), argument, Logic.number(0)))
                .toList();
    }

    private static List<JsonNode> counted(List<JsonNode> arguments) {
        return arguments.stream()
                .map(argument -> Logic.op("if", Logic.answered(argument), Logic.number(1), Logic.number(0)))
                .toList();
    }

    private List<JsonNode> values(List<Expression> expressions) throws NotCarriable {
        List<JsonNode> values = new ArrayList<>();
        for (Expression expression : expressions) {
            values.add(value(expression));
        }
        return values;
    }

    private Optional<Asked> askedIn(Expression expression) {
        return expression instanceof Expression.Reference reference ? known.apply(reference.name()) : Optional.empty();
    }

    private Asked asked(Expression.Reference reference) throws NotCarriable {
        return known.apply(reference.name())
                .orElseThrow(
                        () -> new NotCarriable("It looks at {" + reference.name() + "}, which the draft doesn't ask."));
    }
}
