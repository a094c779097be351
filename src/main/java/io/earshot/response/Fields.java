package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.f4b6a3.uuid.util.UuidValidator;
import io.earshot.problem.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object's members one by one and notes what is wrong with them. Null is the same as absent. */
final class Fields {
    static final int UUID_LENGTH = 36;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final JsonNode object;
    private final String pointer;
    private final List<Fault> faults;

    Fields(JsonNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    static Optional<UUID> parsedId(String text) {
        return text.length() == UUID_LENGTH && UuidValidator.isValid(text)
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    @Nullable
    String text(String name, int longest) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > longest) {
            return fault(name, "wrong-type", "must be a string of 1 to " + longest + " characters");
        }
        return value.textValue();
    }

    @Nullable
    UUID uuid(String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        UUID uuid = value.isTextual() ? parsedId(value.textValue()).orElse(null) : null;
        return uuid != null ? uuid : fault(name, "wrong-type", "must be a UUID");
    }

    @Nullable
    Integer integer(String name, int least) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        boolean whole = value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt();
        if (!whole || value.intValue() < least) {
            return fault(name, "wrong-type", "must be a whole number from " + least + " to " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    @Nullable
    Instant time(String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        try {
            Instant time = ClientTime.parse(value.asText());
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // Told below, as a time out of range is.
        }
        return fault(name, "wrong-type", "must be a time from 1970 to 9999 such as 2026-11-22T09:30:00Z");
    }

    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (!isAbsent(value) && !value.isBoolean()) {
            fault(name, "wrong-type", "must be true or false");
        }
        return value.booleanValue();
    }

    /** An empty object if it is absent. */
    JsonNode object(String name) {
        JsonNode value = object.path(name);
        if (value.isObject()) {
            return value;
        }
        if (!isAbsent(value)) {
            fault(name, "wrong-type", "must be an object");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    boolean has(String name) {
        return !isAbsent(object.path(name));
    }

    /** Notes it if the member is absent. */
    void require(String... names) {
        for (String name : names) {
            if (!has(name)) {
                fault(name, "missing", "is required");
            }
        }
    }

    <T> @Nullable T fault(String name, String code, String rule) {
        faults.add(new Fault(pointer + Fault.segment(name), code, "The field " + name + " " + rule + "."));
        return null;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
