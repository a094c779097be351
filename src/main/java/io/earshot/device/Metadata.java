package io.earshot.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is stored about the device and the session of one response.
 *
 * @param attributes by name, sorted; each one is in the catalogue, of its type, and allowed
 * @param dropped    how many attributes a client sent that are not in the catalogue, not a client's to tell, or not of
 *     their type; what policy or privacy withholds is not counted, for that is as intended
 */
public record Metadata(Map<String, JsonNode> attributes, int dropped) {
    /** Nothing is known. */
    public static final Metadata NONE = new Metadata(Map.of(), 0);

    private static final String USER_AGENT = "user_agent.original";

    public Metadata {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * What may be kept of what came: by the catalogue's default for each attribute.
     *
     * @param context        a JSON object of attribute name to scalar or list of strings
     * @param consentGranted whether the respondent's consent was recorded with it
     */
    public static Metadata captured(
            Catalogue catalogue, UserAgents userAgents, JsonNode context, Signals signals, boolean consentGranted) {
        Map<String, JsonNode> kept = new TreeMap<>();
        int dropped = 0;
        for (Map.Entry<String, JsonNode> entry : context.properties()) {
            Attribute attribute = catalogue
                    .attribute(entry.getKey())
                    .filter(Attribute::comesFromClients)
                    .orElse(null);
            JsonNode value = attribute == null
                    ? null
                    : attribute.accept(entry.getValue()).orElse(null);
            if (entry.getValue().isNull()) {
                continue;
            }
            if (attribute == null || value == null) {
                dropped++;
            } else if (allowed(attribute, signals, consentGranted)) {
                kept.put(attribute.name(), value);
            }
        }
        // A program on a device may say more about itself than its HTTP library does: what it states stands.
        derived(userAgents, context, signals).forEach((name, value) -> kept.putIfAbsent(name, TextNode.valueOf(value)));
        return new Metadata(kept, dropped);
    }

    private static boolean allowed(Attribute attribute, Signals signals, boolean consentGranted) {
        boolean withheld = signals.globalPrivacyControl() && attribute.privacy().yieldsToGlobalPrivacyControl();
        return !withheld && attribute.capture().allows(consentGranted);
    }

    // A server that passes on what its visitors answered says whose user agent it was.
    private static Map<String, String> derived(UserAgents userAgents, JsonNode context, Signals signals) {
        JsonNode original = context.path(USER_AGENT);
        return original.isTextual() ? userAgents.parse(original.textValue()).attributes() : signals.derived();
    }
}
