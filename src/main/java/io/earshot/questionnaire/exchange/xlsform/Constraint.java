package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Patterns;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.Formula.Call;
import io.earshot.questionnaire.exchange.formula.Formula.Constant;
import io.earshot.questionnaire.exchange.formula.Formula.Operation;
import io.earshot.questionnaire.exchange.formula.Formula.Reference;
import io.earshot.questionnaire.exchange.formula.Formula.Self;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A {@code constraint} as the members that our types have for it: ends of a range, a length, a pattern, an exclusive option. */
final class Constraint {
    private static final Map<String, String> MIRRORED =
            Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "==", "==", "!=", "!=");

    private final ObjectNode element;
    private final String type;
    private final String name;
    private final Map<String, String> codes;
    private final boolean wholeNumbers;

    private Constraint(ObjectNode element, String name, Map<String, String> codes, boolean wholeNumbers) {
        this.element = element;
        this.type = element.path("type").asText();
        this.name = name;
        this.codes = codes;
        this.wholeNumbers = wholeNumbers;
    }

    /**
     * Sets the members that mean the same as the constraint.
     *
     * @param name  the question's in the form; its constraint may call it by that instead of a dot
     * @param codes of its choices
     * @throws NotExpressible if a part has no such member; nothing is set then
     */
    static void apply(
            String expression, ObjectNode element, String name, Map<String, String> codes, boolean wholeNumbers)
            throws NotExpressible {
        Formula formula = XPathLogic.parse(expression);
        ObjectNode trial = element.deepCopy();
        new Constraint(trial, name, codes, wholeNumbers).part(formula);
        element.setAll(trial);
    }

    private void part(Formula formula) throws NotExpressible {
        if (formula instanceof Operation and && and.operator().equals("and")) {
            for (Formula operand : and.operands()) {
                part(operand);
            }
            return;
        }
        if (formula instanceof Call call && call.function().equals("true")) {
            return;
        }
        if (formula instanceof Call call
                && call.function().equals("regex")
                && call.arguments().size() == 2) {
            regex(call);
            return;
        }
        if (exclusive(formula)) {
            return;
        }
        if (formula instanceof Operation comparison
                && comparison.operands().size() == 2
                && MIRRORED.containsKey(comparison.operator())) {
            Formula left = comparison.operands().get(0);
            Formula right = comparison.operands().get(1);
            boolean turned = !isAboutAnswer(left) && isAboutAnswer(right);
            String operator = turned ? MIRRORED.getOrDefault(comparison.operator(), "") : comparison.operator();
            compare(turned ? right : left, operator, turned ? left : right);
            return;
        }
        throw none();
    }

    private void compare(Formula subject, String operator, Formula limit) throws NotExpressible {
        if (isSelf(subject) && type.equals("date")) {
            day(operator, limit);
        } else if (isSelf(subject) && (type.equals("number") || type.equals("slider"))) {
            number(operator, fixed(limit));
        } else if (subject instanceof Call call && isSelf(first(call))) {
            BigDecimal count = fixed(limit);
            if (call.function().equals("string-length") && type.equals("text")) {
                length(operator, count);
            } else if (call.function().equals("count-selected") && type.equals("multiple_choice")) {
                whole("min", "max", operator, count);
            } else {
                throw none();
            }
        } else {
            throw none();
        }
    }

    private void number(String operator, BigDecimal limit) throws NotExpressible {
        switch (operator) {
            case ">=" -> low(limit);
            case "<=" -> high(limit);
            case ">" -> low(beyond(limit, 1));
            case "<" -> high(beyond(limit, -1));
            case "==" -> {
                low(limit);
                high(limit);
            }
            default -> throw none();
        }
    }

    /** More than 5 is 6 or more where only whole numbers are answers, and has no smallest one otherwise. */
    private BigDecimal beyond(BigDecimal limit, int step) throws NotExpressible {
        if (!wholeNumbers || limit.stripTrailingZeros().scale() > 0) {
            throw new NotExpressible("A limit that is not itself allowed exists here for whole numbers only.");
        }
        return limit.add(BigDecimal.valueOf(step));
    }

    private void low(BigDecimal limit) {
        JsonNode before = element.path("min");
        if (!before.isNumber() || before.decimalValue().compareTo(limit) < 0) {
            element.set("min", Codes.number(limit));
        }
    }

    private void high(BigDecimal limit) {
        JsonNode before = element.path("max");
        if (!before.isNumber() || before.decimalValue().compareTo(limit) > 0) {
            element.set("max", Codes.number(limit));
        }
    }

    private void whole(String low, String high, String operator, BigDecimal limit) throws NotExpressible {
        int count = small(limit);
        switch (operator) {
            case ">=" -> element.put(low, count);
            case ">" -> element.put(low, count + 1);
            case "<=" -> element.put(high, count);
            case "<" -> element.put(high, count - 1);
            case "==" -> element.put(low, count).put(high, count);
            default -> throw none();
        }
        if (element.path(high).asInt(1) < 1) {
            throw none();
        }
    }

    private void length(String operator, BigDecimal limit) throws NotExpressible {
        int length = small(limit);
        switch (operator) {
            case "<=" -> longest(length);
            case "<" -> longest(length - 1);
            case ">=" -> pattern("[\\s\\S]{" + length + ",}", length);
            case ">" -> pattern("[\\s\\S]{" + (length + 1) + ",}", length + 1);
            case "==" -> pattern("[\\s\\S]{" + length + "}", length);
            default -> throw none();
        }
    }

    private void longest(int length) throws NotExpressible {
        if (length < 1 || length > 20_000) {
            throw none();
        }
        element.put("maxLength", length);
    }

    private void pattern(String pattern, int repeats) throws NotExpressible {
        // RE2 counts to 1000.
        if (element.has("pattern") || repeats > 1000) {
            throw none();
        }
        element.put("pattern", pattern);
    }

    private void regex(Call call) throws NotExpressible {
        if (!isSelf(call.arguments().get(0))
                || !(call.arguments().get(1) instanceof Constant pattern)
                || !pattern.value().isTextual()
                || !type.equals("text")
                || element.has("pattern")) {
            throw none();
        }
        element.put("pattern", Patterns.whole(pattern.value().textValue()));
    }

    /** "Not this one and more than one" says that it goes with no other. */
    private boolean exclusive(Formula formula) {
        List<Formula> parts = List.of();
        String more = "";
        if (formula instanceof Call not
                && not.function().equals("not")
                && not.arguments().size() == 1
                && not.arguments().get(0) instanceof Operation and
                && and.operator().equals("and")) {
            parts = and.operands();
            more = ">";
        } else if (formula instanceof Operation or
                && or.operator().equals("or")
                && or.operands().get(0) instanceof Call not
                && not.function().equals("not")
                && not.arguments().size() == 1) {
            parts = List.of(
                    not.arguments().get(0), or.operands().get(or.operands().size() - 1));
            more = "==";
        }
        if (parts.size() != 2
                || !(parts.get(0) instanceof Call selected)
                || !selected.function().equals("selected")
                || selected.arguments().size() != 2
                || !isSelf(selected.arguments().get(0))
                || !(selected.arguments().get(1) instanceof Constant choice)
                || !(parts.get(1) instanceof Operation count)
                || !(count.operands().get(0) instanceof Call counted)
                || !counted.function().equals("count-selected")
                || !isSelf(first(counted))
                || !(count.operands().size() == 2 && count.operands().get(1) instanceof Constant one)) {
            return false;
        }
        boolean moreThanOne =
                count.operator().equals(more) && one.value().asText().equals("1")
                        || more.equals(">")
                                && count.operator().equals(">=")
                                && one.value().asText().equals("2");
        if (!moreThanOne || !(element.path("options") instanceof ArrayNode options)) {
            return false;
        }
        String code = codes.getOrDefault(choice.value().asText(), choice.value().asText());
        for (JsonNode option : options) {
            if (option.path("code").asText().equals(code)) {
                ((ObjectNode) option).put("exclusive", true);
                return true;
            }
        }
        return false;
    }

    private void day(String operator, Formula limit) throws NotExpressible {
        Formula inner = limit instanceof Call call && call.function().equals("date") ? first(call) : limit;
        if (!(inner instanceof Constant constant) || !constant.value().isTextual()) {
            throw none();
        }
        try {
            LocalDate day = LocalDate.parse(constant.value().textValue());
            switch (operator) {
                case ">=" -> element.put("min", day.toString());
                case ">" -> element.put("min", day.plusDays(1).toString());
                case "<=" -> element.put("max", day.toString());
                case "<" -> element.put("max", day.minusDays(1).toString());
                default -> throw none();
            }
        } catch (DateTimeException e) {
            throw new NotExpressible("'" + constant.value().textValue() + "' is no date.");
        }
    }

    private boolean isAboutAnswer(Formula formula) {
        return isSelf(formula) || formula instanceof Call call && isSelf(first(call));
    }

    private boolean isSelf(Formula formula) {
        return formula instanceof Self
                || formula instanceof Reference own && own.name().equals(name);
    }

    private static Formula first(Call call) {
        return call.arguments().isEmpty()
                ? new Formula.Word("")
                : call.arguments().get(0);
    }

    private static BigDecimal fixed(Formula formula) throws NotExpressible {
        if (formula instanceof Constant constant) {
            JsonNode number = XPathLogic.numeric(constant.value());
            if (number.isNumber()) {
                return number.decimalValue();
            }
        }
        if (formula instanceof Operation minus
                && minus.operator().equals("-")
                && minus.operands().size() == 1) {
            return fixed(minus.operands().get(0)).negate();
        }
        throw none();
    }

    private static int small(BigDecimal limit) throws NotExpressible {
        if (limit.stripTrailingZeros().scale() > 0
                || limit.signum() < 0
                || limit.compareTo(BigDecimal.valueOf(20_000)) > 0) {
            throw none();
        }
        return limit.intValue();
    }

    private static NotExpressible none() {
        return new NotExpressible(
                "Only fixed limits of a number, a date, a length or a count of choices, a pattern, and an option that goes"
                        + " with no other can be said here.");
    }
}
