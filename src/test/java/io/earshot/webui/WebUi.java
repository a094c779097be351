package io.earshot.webui;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Builds and serves the web front end, and runs its own unit tests ({@code npm test}); other tests do without. */
public final class WebUi implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.quinoa", "true", "quarkus.quinoa.run-tests", "true");
    }
}
