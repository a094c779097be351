package io.earshot.response;

import io.earshot.device.Places;
import io.earshot.device.Signals;
import io.earshot.device.UserAgents;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request tells of its sender besides its body. The address it came from is looked up and forgotten. */
@Singleton
class RequestSignals {
    private final UserAgents userAgents;
    private final Places places;
    private final CurrentVertxRequest current;

    RequestSignals(UserAgents userAgents, Places places, CurrentVertxRequest current) {
        this.userAgents = userAgents;
        this.places = places;
        this.current = current;
    }

    Signals of(HttpHeaders headers) {
        @Nullable String userAgent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        boolean privacyControl = "1".equals(headers.getHeaderString("Sec-GPC"));
        Map<String, String> derived = new HashMap<>();
        if (!privacyControl) {
            derived.putAll(place());
        }
        if (userAgent != null) {
            derived.putAll(userAgents.parse(userAgent).attributes());
        }
        return new Signals(derived, privacyControl);
    }

    private Map<String, String> place() {
        SocketAddress sender = current.getCurrent().request().remoteAddress();
        if (sender == null || sender.hostAddress() == null) {
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
