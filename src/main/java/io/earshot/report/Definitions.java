package io.earshot.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Report definitions as JSON: the ready-made ones under {@code reports/}, and those that callers send. */
final class Definitions {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final JsonSchema SCHEMA = schema();

    // A package can't be asked for its files once it is a jar.
    private static final List<String> READY_MADE = List.of(
            "crosstabs",
            "csat-ces",
            "data-quality",
            "everything",
            "kano",
            "key-drivers",
            "max-diff",
            "nps-tracker",
            "price-sensitivity",
            "response-rates",
            "scale-reliability",
            "sus",
            "topline",
            "wave-comparison");

    private Definitions() {}

    static List<String> readyMadeNames() {
        return READY_MADE;
    }

    /** @return empty if there is no ready-made definition of this name */
    static Optional<Definition> readyMade(String name) {
        if (!READY_MADE.contains(name)) {
            return Optional.empty();
        }
        try (InputStream file = resource("reports/" + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, Definition.class));
        } catch (IOException e) {
            throw new IllegalStateException("reports/" + name + ".json can't be read", e);
        }
    }

    /**
     * A definition that somebody sent.
     *
     * @throws Problem 400 with a pointer for everything that its schema does not allow
     */
    static Definition read(JsonNode json) {
        List<Fault> faults =
                SCHEMA.validate(json).stream().map(Definitions::fault).toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(
                    faults.stream().map(fault -> fault.within("/report")).toList());
        }
        try {
            return JSON.treeToValue(json, Definition.class);
        } catch (JsonProcessingException e) {
            throw Problem.malformed("The definition can't be read: " + e.getOriginalMessage());
        }
    }

    /** What {@link #write} wrote. */
    static Definition parse(String json) {
        try {
            return JSON.readValue(json, Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored definition can't be read", e);
        }
    }

    static String write(Definition definition) {
        try {
            return JSON.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition is a record and always has a JSON form", e);
        }
    }

    /** SHA-256 of the definition's JSON, defaults filled in, in hexadecimal. */
    static String hash(Definition definition) {
        return HexFormat.of().formatHex(Sha256.of(write(definition)));
    }

    private static Fault fault(ValidationMessage message) {
        String property = message.getProperty();
        String pointer = message.getInstanceLocation().toString();
        return new Fault(
                property == null ? pointer : pointer + Fault.segment(property),
                message.getType(),
                message.getMessage());
    }

    private static JsonSchema schema() {
        try (InputStream file = requireNonNull(resource("survey-schemas/report.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            SchemaLocation.of("urn:earshot:report"),
                            JSON.readTree(file),
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .build());
        } catch (IOException e) {
            throw new IllegalStateException("survey-schemas/report.schema.json can't be read", e);
        }
    }

    private static @Nullable InputStream resource(String path) {
        return Definitions.class.getClassLoader().getResourceAsStream(path);
    }
}
