package io.earshot.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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

    /** The attribute by which a server that passes answers on says whose user agent it was; only read, never kept. */
    public static final String USER_AGENT = "user_agent.original";

    public Metadata {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * What may be kept of what came: by the catalogue, by what the workspace declared and by what the app's owner switched.
     *
     * @param context a JSON object of attribute name to scalar or list of strings
     * @param consentGranted whether the respondent's consent was recorded with it
     * @param known what the service knows besides
     */
    public static Metadata captured(
            Catalogue catalogue,
            UserAgents userAgents,
            CapturePolicy policy,
            JsonNode context,
            Signals signals,
            boolean consentGranted,
            Map<String, JsonNode> known) {
        Map<String, JsonNode> kept = new TreeMap<>();
        int dropped = 0;
        for (Map.Entry<String, JsonNode> entry : context.properties()) {
            Attribute attribute = attribute(catalogue, policy, entry.getKey())
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
            } else if (policy.allows(attribute, signals, consentGranted)) {
                kept.put(attribute.name(), policy.rounded(attribute, value));
            }
        }
        // A program on a device may say more about itself than its HTTP library does: what it states stands.
        derived(userAgents, context, signals).forEach((name, value) -> attribute(catalogue, policy, name)
                .filter(attribute -> policy.allows(attribute, signals, consentGranted))
                .ifPresent(attribute -> kept.putIfAbsent(name, TextNode.valueOf(value))));
        add(kept, catalogue, policy, known);
        return new Metadata(kept, dropped);
    }

    /** The same and what the service knows besides; what the policy doesn't allow is left out. */
    public Metadata with(Catalogue catalogue, CapturePolicy policy, Map<String, JsonNode> known) {
        Map<String, JsonNode> all = new TreeMap<>(attributes);
        add(all, catalogue, policy, known);
        return new Metadata(all, dropped);
    }

    private static void add(
            Map<String, JsonNode> kept, Catalogue catalogue, CapturePolicy policy, Map<String, JsonNode> known) {
        known.forEach((name, value) -> catalogue
                .attribute(name)
                .filter(attribute -> policy.allows(attribute, Signals.NONE, false))
                .ifPresent(attribute -> kept.put(name, value)));
    }

    private static Optional<Attribute> attribute(Catalogue catalogue, CapturePolicy policy, String name) {
        return catalogue.attribute(name).or(() -> policy.custom(name));
    }

    // A server that passes on what its visitors answered says whose user agent it was; where they are it doesn't say.
    private static Map<String, String> derived(UserAgents userAgents, JsonNode context, Signals signals) {
        JsonNode original = context.path(USER_AGENT);
        return original.isTextual() ? userAgents.parse(original.textValue()).attributes() : signals.derived();
    }
}
