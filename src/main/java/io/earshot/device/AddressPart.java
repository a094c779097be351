package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** How much of a page's address is kept: queries and fragments carry names, tokens and searches. */
public enum AddressPart {
    /** Scheme, host, port and path. */
    @JsonProperty("address")
    ADDRESS,
    /** Scheme, host and port. */
    @JsonProperty("origin")
    ORIGIN;

    /** The part of an absolute address; nothing if it isn't one. Credentials in it are never kept. */
    Optional<String> of(String address) {
        try {
            URI uri = new URI(withoutQuery(address));
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String path = this == ADDRESS ? uri.getRawPath() : null;
            return Optional.of(origin(uri) + (path == null ? "" : path));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    // Cut before parsing: browsers allow characters in a query that RFC 3986 doesn't.
    private static String withoutQuery(String address) {
        int end = address.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = address.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return address.substring(0, end);
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
