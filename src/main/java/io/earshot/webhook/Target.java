package io.earshot.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where deliveries go. A webhook makes this service call an address that somebody else chose, so that without care it would
 * reach what only this machine can: its own ports, the network behind it, the cloud's metadata. Names are resolved once,
 * every address is judged, and the connection is made to the address that was judged.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP, SSRF</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA, special addresses</a>
 */
record Target(URI url) {
    private static final int LONGEST = 2048;

    /** An address in disguise: 2130706433 is 127.0.0.1. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9A-Fa-f]+");

    /** Says why this can't be a target; empty if it can. */
    static Optional<String> fault(String text, boolean privateTargets) {
        if (text.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("is no URL: " + e.getReason());
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(privateTargets && scheme.equals("http"))) {
            return Optional.of("must begin with https://");
        }
        if (url.getHost() == null) {
            return Optional.of("must name a host");
        }
        if (NUMBER.matcher(url.getHost()).matches()) {
            return Optional.of("must name a host by its name or its address in dotted or IPv6 form, not by a number");
        }
        if (url.getUserInfo() != null) {
            return Optional.of("must not hold a user or password; check the signature instead");
        }
        if (url.getFragment() != null) {
            return Optional.of("must not have a fragment (#)");
        }
        return Optional.empty();
    }

    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    /**
     * The address to connect to.
     *
     * @throws Forbidden if any address of the host is not of the public internet
     */
    InetAddress address(boolean privateTargets) throws UnknownHostException, Forbidden {
        String host = url.getHost();
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] all = InetAddress.getAllByName(name);
        if (!privateTargets) {
            for (InetAddress one : all) {
                if (!isPublic(one)) {
                    throw new Forbidden(host + " is " + one.getHostAddress() + ", which is not of the public internet");
                }
            }
        }
        return all[0];
    }

    /** Java turns IPv6 forms of IPv4 addresses (::ffff:a.b.c.d) into IPv4 ones. */
    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return isPublic4(address.getAddress());
        }
        return address instanceof Inet6Address && isPublic6(address.getAddress());
    }

    private static boolean isPublic4(byte[] address) {
        int a = address[0] & 0xFF;
        int b = address[1] & 0xFF;
        int c = address[2] & 0xFF;
        boolean special = a == 0
                || a == 10
                || a == 127
                || a == 100 && b >= 64 && b < 128
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113
                || a >= 224;
        return !special;
    }

    // Of IPv6 only 2000::/3 is handed out; in it, tunnels (Teredo, 6to4) and documentation lead elsewhere.
    private static boolean isPublic6(byte[] address) {
        int first = (address[0] & 0xFF) << 8 | address[1] & 0xFF;
        int second = (address[2] & 0xFF) << 8 | address[3] & 0xFF;
        boolean handedOut = first >>> 13 == 1;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xDB8)
                || first == 0x2002
                || first == 0x3FFF && second < 0x1000;
        return handedOut && !special;
    }

    /** The host is one that this service must not call. */
    static final class Forbidden extends Exception {
        private static final long serialVersionUID = 1L;

        Forbidden(String message) {
            super(message);
        }
    }
}
