package io.earshot.workspace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the operator may fix for the first workspace, for automation; what is absent is made up and printed once. */
@ConfigMapping(prefix = "earshot")
interface SetUp {
    /** The owner's address for signing in. */
    @WithDefault("owner@localhost")
    String adminEmail();

    /** The owner's password ({@code EARSHOT_ADMIN_PASSWORD}), 8 characters or more. */
    Optional<String> adminPassword();

    /** A secret token ({@code EARSHOT_SECRET_TOKEN}): {@code sk_} and 21 characters or more. */
    Optional<String> secretToken();

    /** A publishable key ({@code EARSHOT_PUBLISHABLE_KEY}): {@code pk_} and 21 characters or more. */
    Optional<String> publishableKey();

    /** Where the embedded database keeps its data ({@code EARSHOT_DATA_DIR}); read by the launcher, before Quarkus starts. */
    @WithDefault("data")
    String dataDir();
}
