package io.earshot.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where uploads are kept and for how long without an answer that names them. */
@ConfigMapping(prefix = "earshot.files")
interface FileSettings {
    /** A folder of the service's own; several nodes need one that they share. */
    @WithDefault("${earshot.data-dir:data}/files")
    Path folder();

    /** How long an upload waits for the answer that names it. */
    @WithDefault("7D")
    Duration unanswered();
}
