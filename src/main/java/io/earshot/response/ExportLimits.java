package io.earshot.response;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many exports run at once: each holds a database connection for as long as its reader takes. */
@ConfigMapping(prefix = "earshot.exports")
interface ExportLimits {
    @WithDefault("4")
    int atOnce();

    /** What a refused reader is told to wait before it tries again. */
    @WithDefault("10s")
    Duration retryAfter();
}
