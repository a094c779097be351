package io.earshot.response;

import io.earshot.device.Signals;
import io.earshot.device.UserAgents;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request tells of its sender besides its body. */
@Singleton
class RequestSignals {
    private final UserAgents userAgents;

    RequestSignals(UserAgents userAgents) {
        this.userAgents = userAgents;
    }

    Signals of(HttpHeaders headers) {
        @Nullable String userAgent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        Map<String, String> derived =
                userAgent == null ? Map.of() : userAgents.parse(userAgent).attributes();
        return new Signals(derived, "1".equals(headers.getHeaderString("Sec-GPC")));
    }
}
