package io.earshot.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua_parser.Client;
import ua_parser.Parser;

/** Reads user agents; safe for use by many threads. */
@Singleton
public final class UserAgents {
    private static final String NOT_KNOWN = "Other";

    /** Beyond this a string is not a user agent but an attempt on the parser. */
    private static final int LONGEST = 1024;

    private final Parser parser = new Parser();

    // A miss tries more than a thousand patterns, and few strings make up most of the traffic.
    private final Cache<String, UserAgent> seen =
            Caffeine.newBuilder().maximumSize(4096).build();

    public UserAgent parse(String userAgent) {
        return seen.get(key(userAgent), this::read);
    }

    /** What {@link #parse} answers if it was asked before. */
    public Optional<UserAgent> remembered(String userAgent) {
        return Optional.ofNullable(seen.getIfPresent(key(userAgent)));
    }

    private static String key(String userAgent) {
        return userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
    }

    private UserAgent read(String text) {
        Client client = parser.parse(text);
        boolean bot = "Spider".equals(client.device.family);
        return new UserAgent(
                known(client.userAgent.family),
                version(client.userAgent.major, client.userAgent.minor, client.userAgent.patch),
                known(client.os.family),
                version(client.os.major, client.os.minor, client.os.patch),
                bot ? "unknown" : DeviceType.guess(text),
                bot);
    }

    private static @Nullable String known(@Nullable String family) {
        return NOT_KNOWN.equals(family) ? null : family;
    }

    private static @Nullable String version(@Nullable String... parts) {
        String version = Stream.of(parts).takeWhile(part -> part != null).collect(Collectors.joining("."));
        return version.isEmpty() ? null : version;
    }
}
