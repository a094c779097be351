package io.earshot.questionnaire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that a questionnaire sends its readers to; never a script's. */
final class Address {
    private static final Pattern HTTPS = Pattern.compile("https://[^\\s\"<>]+");
    private static final Pattern LINK = Pattern.compile("(https://|mailto:|tel:)[^\\s\"<>]+");

    private Address() {}

    /** @throws IllegalArgumentException if there is one and it is not https */
    static void https(@Nullable String address) {
        if (address != null && !HTTPS.matcher(address).matches()) {
            throw new IllegalArgumentException("address must begin with https:// and have no spaces: " + address);
        }
    }

    /** @throws IllegalArgumentException if it is not https, mailto or tel */
    static String link(String address) {
        if (!LINK.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "address must begin with https://, mailto: or tel: and have no spaces: " + address);
        }
        return address;
    }
}
