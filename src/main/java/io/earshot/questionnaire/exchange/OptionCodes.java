package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The codes of one question's options: what the file calls them, and what they are called here. Not for several threads. */
public final class OptionCodes {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,8}");

    private final Map<String, JsonNode> byValue = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * The code for a value of the file: the value itself if it is a valid code, else letters, digits and {@code _} made of it.
     * Unique within the question.
     */
    public JsonNode claim(String value) {
        return claim(value, value);
    }

    /** The code made of {@code wanted}, for what conditions of the file call {@code value}, such as a choice's id. */
    public JsonNode claim(String value, String wanted) {
        String code = Names.code(wanted);
        String name = code;
        for (int n = 2; !taken.add(name); n++) {
            name = code.substring(0, Math.min(code.length(), 56)) + "_" + n;
        }
        JsonNode node = WHOLE.matcher(name).matches()
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(name))
                : JsonNodeFactory.instance.textNode(name);
        byValue.putIfAbsent(value, node);
        return node;
    }

    /** The same code under a further value, such as an option's label in conditions that name it so. */
    public void alias(String value, JsonNode code) {
        byValue.putIfAbsent(value, code);
    }

    public Optional<JsonNode> of(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    public boolean isEmpty() {
        return byValue.isEmpty();
    }
}
