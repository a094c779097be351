package io.earshot.device;

import java.util.Map;

/**
 * What a request tells besides its body. The address it came from is not among it.
 *
 * @param derived              what the user agent says, by the catalogue's names; the user agent itself is not kept
 * @param globalPrivacyControl true if the request carried {@code Sec-GPC: 1}
 */
public record Signals(Map<String, String> derived, boolean globalPrivacyControl) {
    /** Of a request that tells nothing, or of data that came in a file. */
    public static final Signals NONE = new Signals(Map.of(), false);

    public Signals {
        derived = Map.copyOf(derived);
    }
}
