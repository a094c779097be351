package io.earshot.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where uploads are kept and for how long without an answer that names them. */
@ConfigMapping(prefix = "earshot.files")
interface FileSettings {
    /** A folder of the service's own; several nodes need one that they share. */
    @WithDefault("${earshot.data-dir:data}/files")
    Path folder();

    /** How long an upload waits for the answer that names it. */
    @WithDefault("7D")
    Duration unanswered();

    S3 s3();

    /** An object store that speaks S3. */
    interface S3 {
        /** Where uploads are kept instead of the folder, if it is named. */
        Optional<String> bucket();

        /** Where the store is; absent for Amazon's own in the region. */
        Optional<URI> endpoint();

        /** Stores that have none still sign with one. */
        @WithDefault("us-east-1")
        String region();

        /** What stands before every key, such as {@code uploads/}. */
        Optional<String> prefix();

        /** Absent, with {@link #secretKey}, for what Amazon's tools find: environment, profile, the machine's own role. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        /** How long one call may take, with what is repeated of it. */
        @WithDefault("30S")
        Duration timeout();
    }
}
