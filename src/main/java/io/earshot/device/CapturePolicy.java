package io.earshot.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one app captures, within what the catalogue allows.
 *
 * @param anonymous     true to keep only what identifies nobody, not even together with other things
 * @param switches      by attribute's name: on or off; what isn't there is as the catalogue says
 * @param placeDecimals places to which coordinates are rounded, from 0 (about 100 km) to 3 (about 100 m); null is as the
 *     catalogue says
 * @param declared      what the workspace declared besides the catalogue, by name
 */
public record CapturePolicy(
        boolean anonymous,
        Map<String, Boolean> switches,
        @Nullable Integer placeDecimals,
        Map<String, Attribute> declared) {
    /** As the catalogue says. */
    public static final CapturePolicy DEFAULT = new CapturePolicy(false, Map.of(), null, Map.of());

    public CapturePolicy {
        switches = Map.copyOf(switches);
        declared = Map.copyOf(declared);
    }

    public CapturePolicy anonymously() {
        return new CapturePolicy(true, switches, placeDecimals, declared);
    }

    Optional<Attribute> custom(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    boolean allows(Attribute attribute, Signals signals, boolean consentGranted) {
        if (anonymous && attribute.privacy() != PrivacyClass.NON_IDENTIFYING) {
            return false;
        }
        if (signals.globalPrivacyControl() && attribute.privacy().yieldsToGlobalPrivacyControl()) {
            return false;
        }
        return attribute.capture().allows(switches.get(attribute.name()), consentGranted);
    }

    /** Whether the app's owner switched on what is kept only of respondents who agreed to it. */
    public boolean needsConsent(Catalogue catalogue) {
        return switches.entrySet().stream()
                .filter(Map.Entry::getValue)
                .flatMap(on -> catalogue.attribute(on.getKey()).or(() -> custom(on.getKey())).stream())
                .anyMatch(attribute -> attribute.capture() == Capture.OPT_IN);
    }

    JsonNode rounded(Attribute attribute, JsonNode value) {
        Integer decimals = placeDecimals;
        if (decimals == null || attribute.decimals() == null || attribute.privacy() != PrivacyClass.PRECISE_PLACE) {
            return value;
        }
        return DoubleNode.valueOf(
                value.decimalValue().setScale(decimals, RoundingMode.HALF_EVEN).doubleValue());
    }
}
