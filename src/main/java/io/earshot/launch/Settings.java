package io.earshot.launch;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;

/**
 * What must be known before Quarkus starts. Read from the same places as everything else: system properties, environment,
 * {@code .env}, {@code config/application.properties}, the package.
 */
record Settings(String host, int port, boolean hasDatabase, Path dataFolder, boolean hasEventLoops) {
    static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";

    static Settings read() {
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        return new Settings(
                config.getOptionalValue("quarkus.http.host", String.class).orElse("localhost"),
                config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080),
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                        .isPresent(),
                Path.of(config.getOptionalValue("earshot.data-dir", String.class)
                        .orElse("data")),
                config.getOptionalValue(EVENT_LOOPS, Integer.class).isPresent());
    }
}
