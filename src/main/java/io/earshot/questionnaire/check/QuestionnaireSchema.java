package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.QuestionnaireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The published JSON Schema of questionnaires, with its faults said in words that an author understands. */
final class QuestionnaireSchema {
    private static final String PATH = "survey-schemas/questionnaire.schema.json";

    private final JsonNode document = load();
    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    document,
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ROOT)
                            .build());

    /**
     * What the schema refuses.
     *
     * @param findings the first ones
     * @param more     how many others there are
     */
    record Refusals(List<Finding> findings, int more) {}

    /** @param most how many to put into words, since a hostile document has a hundred thousand */
    Refusals refusals(JsonNode content, int most) {
        Set<ValidationMessage> faults = schema.validate(content);
        List<Finding> findings =
                faults.stream().map(this::finding).distinct().limit(most).toList();
        return new Refusals(findings, findings.size() < most ? 0 : faults.size() - most);
    }

    private Finding finding(ValidationMessage fault) {
        String pointer = fault.getInstanceLocation().toString();
        JsonNode limit = Objects.requireNonNullElse(fault.getSchemaNode(), MissingNode.getInstance());
        String property = String.valueOf(fault.getProperty());
        return switch (fault.getType()) {
            case "required" -> error("missing-member", pointer, "The member " + property + " is missing; add it.");
            case "additionalProperties" ->
                error(
                        "unknown-member",
                        pointer + Fault.segment(property),
                        "There is no member " + property + " here; correct its name or remove it.");
            case "enum" -> error("not-allowed", pointer, "This must be one of " + words(limit) + ".");
            case "type" -> error("wrong-type", pointer, "This must be " + kind(limit) + ".");
            case "pattern" -> error("not-allowed", pointer, "This must be " + description(fault) + ".");
            case "propertyNames" ->
                error("not-allowed", pointer, "The names of the members must be languages such as en or fr-CA.");
            case "minItems" -> error("too-few", pointer, "This must have " + limit.asText() + " or more items.");
            case "maxItems" -> error("too-many", pointer, "This must have at most " + limit.asText() + " items.");
            case "minProperties" -> error("too-few", pointer, "Words in one language at least are needed.");
            case "maxProperties" ->
                error("too-many", pointer, "There may be at most " + limit.asText() + " languages.");
            case "minLength" -> error("empty", pointer, "This must not be empty; write something or remove it.");
            case "maxLength" -> error("too-long", pointer, "This must have at most " + limit.asText() + " characters.");
            case "minimum" -> error("out-of-range", pointer, "This must be " + limit.asText() + " or more.");
            case "maximum" -> error("out-of-range", pointer, "This must be " + limit.asText() + " or less.");
            case "exclusiveMinimum" -> error("out-of-range", pointer, "This must be more than " + limit.asText() + ".");
            default -> error("not-allowed", pointer, "This doesn't fit the schema: " + fault.getMessage() + ".");
        };
    }

    private static Finding error(String code, String pointer, String message) {
        return Finding.error(code, pointer, message);
    }

    /** What the schema says about the values that its pattern allows. */
    private String description(ValidationMessage fault) {
        String pattern = fault.getSchemaLocation().getFragment().toString();
        JsonNode owner = document.at(pattern.substring(0, pattern.lastIndexOf('/')));
        return owner.path("description").asText("written otherwise");
    }

    private static String kind(JsonNode type) {
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(QuestionnaireSchema::kind)
                        .collect(Collectors.joining(" or "))
                : switch (type.asText()) {
                    case "string" -> "a string";
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    case "boolean" -> "true or false";
                    case "array" -> "an array";
                    default -> "an object";
                };
    }

    private static String words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static JsonNode load() {
        try (InputStream stream = QuestionnaireSchema.class.getClassLoader().getResourceAsStream(PATH)) {
            return QuestionnaireJson.MAPPER.readTree(Objects.requireNonNull(stream, PATH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
