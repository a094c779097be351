package io.earshot.questionnaire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies of calls that carry a questionnaire: read with limits and refused where they could not be stored as they are. */
final class QuestionnaireBody {
    /** A questionnaire of 500 questions with 5,000 options in 12 languages has about 5 million in 85,000 parts. */
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int MAX_PARTS = 150_000;
    /** A text may be in a hundred languages; nothing else has so many members. */
    private static final int MAX_MEMBERS = 1000;

    private static final int MAX_DIGITS = 32;
    private static final int MAX_FAULTS = 100;

    private QuestionnaireBody() {}

    /** @throws Problem 400 or 413 if it is not a JSON object that can be stored */
    static JsonNode read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw tooLarge("The body has " + body.length + " bytes; " + MAX_BYTES + " are allowed.");
        }
        JsonNode json = parse(body);
        if (!json.isObject()) {
            throw Problem.malformed("The body must be a JSON object.");
        }
        List<Fault> faults = new ArrayList<>();
        AtomicInteger parts = new AtomicInteger();
        inspect(json, "", parts, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return json;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return QuestionnaireJson.MAPPER.readTree(body);
        } catch (StreamConstraintsException e) {
            throw Problem.of(400, "too-complex", "The JSON is too complex", e.getOriginalMessage() + ".");
        } catch (JsonProcessingException e) {
            JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            throw Problem.malformed("The body is not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr()
                    + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            // From bytes in memory only one thing can go wrong: they are no characters.
            throw Problem.malformed("The body is not text in UTF-8.");
        }
    }

    private static void inspect(JsonNode json, String pointer, AtomicInteger parts, List<Fault> faults) {
        if (parts.incrementAndGet() > MAX_PARTS) {
            throw tooLarge("The questionnaire has more than " + MAX_PARTS + " parts; split it.");
        }
        if (json.isObject() && json.size() > MAX_MEMBERS) {
            throw tooLarge("An object has " + json.size() + " members; " + MAX_MEMBERS + " are allowed.");
        }
        if (json.isTextual()) {
            refuse(json.textValue(), pointer, faults);
        }
        if (json.isNumber() && isExcessive(json.decimalValue())) {
            faults.add(new Fault(pointer, "out-of-range", "A number may have at most " + MAX_DIGITS + " digits."));
        }
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                inspect(json.get(i), pointer + "/" + i, parts, faults);
            }
        }
        json.properties().forEach(member -> {
            refuse(member.getKey(), pointer, faults);
            inspect(member.getValue(), pointer + Fault.segment(member.getKey()), parts, faults);
        });
    }

    /** Comparing or converting 1e999999999 can take all memory there is. */
    private static boolean isExcessive(BigDecimal number) {
        return number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS;
    }

    private static void refuse(String words, String pointer, List<Fault> faults) {
        if (faults.size() < MAX_FAULTS) {
            IllegalCharacter.in(words)
                    .map(found -> new Fault(
                            pointer,
                            "illegal-character",
                            "This holds " + found + ", which can't be stored; remove it."))
                    .ifPresent(faults::add);
        }
    }

    private static Problem tooLarge(String detail) {
        return Problem.of(413, "too-large", "Too large", detail);
    }
}
