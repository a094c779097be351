package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metadata that a workspace agreed to capture besides the catalogue. What identifies somebody or says precisely where they
 * are is kept only with their consent, whoever declared it.
 *
 * @param name          {@code earshot.custom.} and lower-case words
 * @param retentionDays how long it is kept; null is as its class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomAttribute(
        String name, AttributeType type, @JsonProperty("class") PrivacyClass privacy, @Nullable Integer retentionDays) {
    static final String NAME = "earshot\\.custom\\.[a-z][a-z0-9_]{0,63}(\\.[a-z][a-z0-9_]{0,63}){0,3}";

    private static final List<Platform> ANY_CLIENT =
            List.of(Platform.WEB, Platform.ANDROID, Platform.IOS, Platform.DESKTOP, Platform.DEVICE);

    public CustomAttribute {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("name must be like earshot.custom.plan: " + name);
        }
    }

    Attribute attribute() {
        Capture capture = privacy.needsConsent() ? Capture.OPT_IN : Capture.ON;
        return new Attribute(name, type, null, privacy, capture, List.of(), null, null, ANY_CLIENT);
    }
}
