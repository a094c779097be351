package io.earshot.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where columns of responses are kept from one report to the next. */
@ConfigMapping(prefix = "earshot.columns")
interface ColumnSettings {
    /** A folder of the service's own; each node has its own. What is in it can be deleted at any time. */
    @WithDefault("${earshot.data-dir:data}/columns")
    Path folder();

    /** How many responses are read and kept together. */
    @WithDefault("65536")
    int rows();

    /** How long what no report reads is kept. */
    @WithDefault("7D")
    Duration unused();

    /** How often is looked for what was erased or changed and must not be kept any longer. */
    @WithDefault("1M")
    Duration sweepEvery();
}
