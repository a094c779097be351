package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;

/** What an attribute's value is made of. */
public enum AttributeType {
    @JsonProperty("string")
    STRING {
        @Override
        boolean holds(JsonNode value) {
            return value.isTextual() && value.textValue().length() <= LONGEST;
        }

        @Override
        JsonNode parsed(String cell) {
            return TextNode.valueOf(cell);
        }
    },
    @JsonProperty("integer")
    INTEGER {
        @Override
        boolean holds(JsonNode value) {
            return value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong();
        }

        @Override
        JsonNode parsed(String cell) {
            return LongNode.valueOf(Long.parseLong(cell));
        }
    },
    @JsonProperty("number")
    NUMBER {
        @Override
        boolean holds(JsonNode value) {
            return value.isNumber() && Double.isFinite(value.doubleValue());
        }

        @Override
        JsonNode parsed(String cell) {
            return DoubleNode.valueOf(new BigDecimal(cell).doubleValue());
        }
    },
    @JsonProperty("boolean")
    BOOLEAN {
        @Override
        boolean holds(JsonNode value) {
            return value.isBoolean();
        }

        @Override
        JsonNode parsed(String cell) {
            return switch (cell) {
                case "true", "1" -> BooleanNode.TRUE;
                case "false", "0" -> BooleanNode.FALSE;
                default -> TextNode.valueOf(cell);
            };
        }
    },
    @JsonProperty("strings")
    STRINGS {
        @Override
        boolean holds(JsonNode value) {
            if (!value.isArray() || value.size() > MOST) {
                return false;
            }
            for (JsonNode item : value) {
                if (!STRING.holds(item)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        JsonNode parsed(String cell) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (String item : cell.split(";", -1)) {
                items.add(item.trim());
            }
            return items;
        }
    };

    /** Characters of a string: the longest address that browsers agree on. */
    static final int LONGEST = 2048;

    /** Items of a list of strings. */
    static final int MOST = 64;

    abstract boolean holds(JsonNode value);

    abstract JsonNode parsed(String cell);

    /** A table's cell as a value of this type; a list's items are joined by {@code ;}. Nothing if it can't be one. */
    public Optional<JsonNode> parse(String cell) {
        try {
            return Optional.of(parsed(cell)).filter(this::holds);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
