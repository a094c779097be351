package io.earshot.questionnaire.exchange.formula;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An expression as another tool's author wrote it. */
public sealed interface Formula {
    /** A number, a string or a truth value. */
    record Constant(JsonNode value) implements Formula {}

    /** Something that has a value, by the name that the file uses. */
    record Reference(String name) implements Formula {
        public Reference {
            requireNonNull(name, "name");
        }
    }

    /** A bare word, such as a column of a sheet of choices. */
    record Word(String name) implements Formula {
        public Word {
            requireNonNull(name, "name");
        }
    }

    /** The answer that the expression is about; a dot in XPath. */
    record Self() implements Formula {}

    /** An operation of one or two operands, by its JsonLogic operator: {@code and == < + !} and so on. */
    record Operation(String operator, List<Formula> operands) implements Formula {
        public Operation {
            operands = List.copyOf(operands);
        }
    }

    record Call(String function, List<Formula> arguments) implements Formula {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
