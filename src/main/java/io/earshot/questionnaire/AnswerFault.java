package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Optional;

/** The faults an answer can have, worded once for all kinds of questions. Codes are part of the API. */
public final class AnswerFault {
    private static final int SHOWN_OPTIONS = 12;
    private static final int SHOWN_LENGTH = 60;

    private AnswerFault() {}

    static Fault wrongType(String pointer, JsonNode answer, String expected) {
        return new Fault(pointer, "wrong-type", "The answer must be " + expected + ", not " + shown(answer) + ".");
    }

    static Fault notAnOption(String pointer, JsonNode answer, List<String> codes) {
        String list = String.join(", ", codes.subList(0, Math.min(SHOWN_OPTIONS, codes.size())));
        String more = codes.size() > SHOWN_OPTIONS ? " and " + (codes.size() - SHOWN_OPTIONS) + " more" : "";
        return new Fault(
                pointer, "not-an-option", shown(answer) + " is not an option; the codes are " + list + more + ".");
    }

    static Fault outOfRange(String pointer, JsonNode answer, String range) {
        return new Fault(pointer, "out-of-range", "The answer must be " + range + ": " + shown(answer) + ".");
    }

    static Fault badFormat(String pointer, JsonNode answer, String expected) {
        return new Fault(pointer, "bad-format", "The answer must be " + expected + ": " + shown(answer) + ".");
    }

    /** @param things what is counted and what about it, such as {@code options may be chosen} */
    public static Fault tooMany(String pointer, String things, int most, int given) {
        return new Fault(pointer, "too-many", "At most " + most + " " + things + "; " + given + " are.");
    }

    /** @param things what is counted and what about it, such as {@code options must be chosen} */
    public static Fault tooFew(String pointer, String things, int least, int given) {
        return new Fault(pointer, "too-few", "At least " + least + " " + things + "; " + given + " are.");
    }

    static Fault missing(String variable) {
        return new Fault(
                Fault.segment(variable),
                "missing",
                "An answer to " + variable + " is required in a complete response; answer it or send it as partial.");
    }

    public static Fault unknownVariable(String variable) {
        return new Fault(
                Fault.segment(variable),
                "unknown-variable",
                "This version of the questionnaire has no variable " + shortened(variable)
                        + "; its codebook lists those it has.");
    }

    /** JSON's null, which no question takes. */
    public static Fault noValue(String variable) {
        return new Fault(
                Fault.segment(variable), "wrong-type", "The answer must be a value; leave out what has no answer.");
    }

    /** An answer to a question that no way through the questionnaire leads to, with the other answers as they are. */
    public static Fault notAsked(String variable) {
        return new Fault(
                Fault.segment(variable),
                "not-asked",
                "With the other answers as they are, " + variable
                        + " is not asked; leave it out, or correct the answers" + " that decide about it.");
    }

    /** A row, an option or words with an option that the respondent did not see. */
    public static Fault notShown(String pointer, JsonNode answer) {
        return new Fault(
                pointer,
                "option-not-shown",
                "With the other answers as they are, the row or option of the answer " + shown(answer)
                        + " is not shown; leave it out, or correct the answers that decide about it.");
    }

    /** What is wrong with an answer in words. */
    static Optional<Fault> inWords(String pointer, JsonNode answer, int maxLength) {
        if (!answer.isTextual()) {
            return Optional.of(wrongType(pointer, answer, "a string"));
        }
        String words = answer.textValue();
        int length = words.codePointCount(0, words.length());
        if (length > maxLength) {
            return Optional.of(new Fault(
                    pointer,
                    "too-long",
                    "The answer must have at most " + maxLength + " characters; it has " + length + "."));
        }
        return IllegalCharacter.in(words)
                .map(found -> new Fault(
                        pointer, "illegal-character", "The answer holds " + found + ", which can't be stored."));
    }

    private static String shown(JsonNode answer) {
        return shortened(answer.toString());
    }

    private static String shortened(String json) {
        return json.length() <= SHOWN_LENGTH ? json : json.substring(0, SHOWN_LENGTH) + "…";
    }
}
