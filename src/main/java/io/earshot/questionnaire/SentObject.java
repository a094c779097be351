package io.earshot.questionnaire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object that somebody sent, gone through token by token without building anything of it, so that a hostile one is
 * refused as soon as it is too much; for one reading.
 */
final class SentObject {
    private static final int MAX_PARTS = 150_000;
    /** A text may be in a hundred languages; nothing else has so many members. */
    private static final int MAX_MEMBERS = 1000;

    private static final int MAX_DIGITS = 32;
    private static final int MAX_FAULTS = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<Member> members = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    /** How many members each object has so far that is being read, the innermost first; arrays have a count too, unused. */
    private final Deque<int[]> open = new ArrayDeque<>();

    private int parts;

    SentObject(String text) {
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * @param json    from the object's brace to its last one, as it was written
     * @param members in their order
     */
    record Read(String json, List<Member> members) {}

    /**
     * A member of the object itself.
     *
     * @param words its value, if that is a string
     * @param json  its value as it was written, if that is an object
     */
    record Member(String name, Optional<String> words, Optional<String> json) {}

    /** @throws Problem 400 or 413 if it is not one JSON object that can be stored as it is */
    Read read() {
        try (JsonParser parser = QuestionnaireJson.MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.malformed("The body must be a JSON object.");
            }
            int start = begin(parser);
            object(parser);
            int end = end(parser);
            if (parser.nextToken() != null) {
                throw Problem.malformed("The body must be one JSON object, and nothing after it.");
            }
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
            }
            return new Read(text.substring(start, end), members);
        } catch (StreamConstraintsException e) {
            throw Problem.of(400, "too-complex", "The JSON is too complex", e.getOriginalMessage() + ".");
        } catch (JsonProcessingException e) {
            JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            throw Problem.malformed("The body is not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr()
                    + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string", e);
        }
    }

    private void object(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (members.size() == MAX_MEMBERS) {
                throw tooManyMembers();
            }
            String name = parser.currentName();
            refuse(name, parser.getParsingContext().getParent());
            JsonToken kind = parser.nextToken();
            int start = begin(parser);
            Optional<String> words = kind == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : Optional.empty();
            value(parser, kind);
            Optional<String> json =
                    kind == JsonToken.START_OBJECT ? Optional.of(text.substring(start, end(parser))) : Optional.empty();
            members.add(new Member(name, words, json));
        }
    }

    /** Goes on to the end of the value that begins with the token. */
    private void value(JsonParser parser, JsonToken first) throws IOException {
        int depth = open.size();
        JsonToken token = first;
        while (true) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    part();
                    open.push(new int[1]);
                }
                case END_OBJECT, END_ARRAY -> open.pop();
                case FIELD_NAME -> {
                    if (++open.element()[0] > MAX_MEMBERS) {
                        throw tooManyMembers();
                    }
                    refuse(parser.currentName(), parser.getParsingContext().getParent());
                }
                default -> scalar(parser, token);
            }
            if (open.size() == depth) {
                return;
            }
            token = parser.nextToken();
        }
    }

    private void scalar(JsonParser parser, JsonToken token) throws IOException {
        part();
        if (token == JsonToken.VALUE_STRING) {
            refuse(parser.getText(), parser.getParsingContext());
        } else if (token.isNumeric() && isExcessive(parser, token)) {
            fault(parser.getParsingContext(), "out-of-range", "A number may have at most " + MAX_DIGITS + " digits.");
        }
    }

    private void part() {
        if (++parts > MAX_PARTS) {
            throw tooLarge("The questionnaire has more than " + MAX_PARTS + " parts; split it.");
        }
    }

    /** Comparing or converting 1e999999999 can take all memory there is. */
    private static boolean isExcessive(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= MAX_DIGITS) {
            return false;
        }
        BigDecimal number = parser.getDecimalValue();
        return number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS;
    }

    private void refuse(String words, JsonStreamContext where) {
        IllegalCharacter.in(words)
                .ifPresent(found -> fault(
                        where, "illegal-character", "This holds " + found + ", which can't be stored; remove it."));
    }

    private void fault(JsonStreamContext where, String code, String message) {
        faults.add(new Fault(where.pathAsPointer().toString(), code, message));
        if (faults.size() == MAX_FAULTS) {
            throw Problem.invalid(faults);
        }
    }

    private static int begin(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }

    private static Problem tooManyMembers() {
        return tooLarge("An object has more than " + MAX_MEMBERS + " members, which is the most that is allowed.");
    }

    static Problem tooLarge(String detail) {
        return Problem.of(413, "too-large", "Too large", detail);
    }
}
