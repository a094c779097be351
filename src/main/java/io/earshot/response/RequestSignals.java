package io.earshot.response;

import io.earshot.device.Places;
import io.earshot.device.Signals;
import io.earshot.device.UserAgents;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request tells of its sender besides its body. The address it came from is looked up and forgotten. */
@Singleton
class RequestSignals {
    private static final String PRIVACY_CONTROL = "Sec-GPC";

    private final UserAgents userAgents;
    private final Places places;
    private final CurrentVertxRequest current;

    RequestSignals(UserAgents userAgents, Places places, CurrentVertxRequest current) {
        this.userAgents = userAgents;
        this.places = places;
        this.current = current;
    }

    Signals of(HttpHeaders headers) {
        return of(
                headers.getHeaderString(HttpHeaders.USER_AGENT),
                headers.getHeaderString(PRIVACY_CONTROL),
                current.getCurrent().request().remoteAddress());
    }

    Signals of(HttpServerRequest request) {
        return of(
                request.getHeader(HttpHeaders.USER_AGENT), request.getHeader(PRIVACY_CONTROL), request.remoteAddress());
    }

    /** What {@link #of} answers if its user agent was seen before; another takes a while to make out. */
    Optional<Signals> remembered(HttpServerRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return userAgent == null || userAgents.remembered(userAgent).isPresent()
                ? Optional.of(of(request))
                : Optional.empty();
    }

    private Signals of(@Nullable String userAgent, @Nullable String privacyControl, @Nullable SocketAddress sender) {
        boolean isPrivate = "1".equals(privacyControl);
        Map<String, String> derived = new HashMap<>();
        if (!isPrivate) {
            derived.putAll(place(sender));
        }
        if (userAgent != null) {
            derived.putAll(userAgents.parse(userAgent).attributes());
        }
        return new Signals(derived, isPrivate);
    }

    private Map<String, String> place(@Nullable SocketAddress sender) {
        if (!places.areKnown() || sender == null || sender.hostAddress() == null) {
            return Map.of();
        }
        try {
            // A literal, so that no name is looked up.
            return places.of(InetAddress.getByName(sender.hostAddress()));
        } catch (UnknownHostException notAnAddress) {
            return Map.of();
        }
    }
}
