package io.earshot.workspace;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a credential stands for.
 *
 * @param app the app of a publishable key; null for members and secret tokens
 */
record Grant(UUID workspace, String name, String role, @Nullable UUID app) implements Principal {
    Grant {
        requireNonNull(workspace, "workspace");
        requireNonNull(name, "name");
        requireNonNull(role, "role");
    }

    @Override
    public String getName() {
        return name;
    }
}
