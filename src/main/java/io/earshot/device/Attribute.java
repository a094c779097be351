package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be known about a device or a session.
 *
 * @param name     as OpenTelemetry calls it, or {@code earshot.*} where it has no name for it
 * @param unit     UCUM, such as {@code By} or {@code ms}; null for what has none
 * @param values   the words it may hold; empty if any will do
 * @param keep     what of an address is kept; null if it is not an address
 * @param decimals places to which a number is rounded before it is stored; null to store it as it came
 */
public record Attribute(
        String name,
        AttributeType type,
        @Nullable String unit,
        @JsonProperty("class") PrivacyClass privacy,
        @JsonProperty("default") Capture capture,
        List<String> values,
        @Nullable AddressPart keep,
        @Nullable Integer decimals,
        List<Platform> platforms) {

    public Attribute {
        values = values == null ? List.of() : List.copyOf(values);
        platforms = List.copyOf(platforms);
    }

    /** Whether a client may tell it; what only the server knows is not taken from one. */
    public boolean comesFromClients() {
        return platforms.stream().anyMatch(platform -> platform != Platform.SERVER);
    }

    /** The value as it is stored; nothing if it isn't of this attribute's type or not one of its words. */
    public Optional<JsonNode> accept(JsonNode value) {
        if (!type.holds(value) || !values().isEmpty() && !values().contains(value.textValue())) {
            return Optional.empty();
        }
        if (keep != null) {
            return keep.of(value.textValue()).map(TextNode::valueOf);
        }
        if (decimals != null) {
            BigDecimal rounded = value.decimalValue().setScale(decimals, RoundingMode.HALF_EVEN);
            return Optional.of(DoubleNode.valueOf(rounded.doubleValue()));
        }
        return Optional.of(value);
    }
}
