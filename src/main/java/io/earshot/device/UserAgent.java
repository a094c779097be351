package io.earshot.device;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client's {@code User-Agent} says, without the string itself.
 *
 * @param name       such as {@code Firefox}; null if it isn't known
 * @param deviceType one of the words of {@code earshot.device.type}
 * @param bot        true for crawlers and the like
 */
public record UserAgent(
        @Nullable String name,
        @Nullable String version,
        @Nullable String osName,
        @Nullable String osVersion,
        String deviceType,
        boolean bot) {

    /** By the names of the catalogue; what isn't known is not there. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("earshot.device.type", deviceType);
        put(attributes, "user_agent.name", name);
        put(attributes, "user_agent.version", version);
        put(attributes, "user_agent.os.name", osName);
        put(attributes, "user_agent.os.version", osVersion);
        put(attributes, "os.name", osName);
        put(attributes, "os.version", osVersion);
        put(attributes, "user_agent.synthetic.type", bot ? "bot" : null);
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
