package io.earshot.workspace;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recognises apps that called a moment ago without a thread or the database for it; for calls that come by the thousand. */
@Singleton
public final class KnownApps {
    private final Credentials credentials;

    KnownApps(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Whose publishable key it was. */
    public record KnownApp(UUID workspace, UUID app) {}

    /** Empty if who calls must be looked up, or is not an app: then {@link Authentication} finds out. */
    public Optional<KnownApp> caller(HttpServerRequest request) {
        return Authentication.bearer(request)
                .flatMap(token -> credentials.remembered(token, request.getHeader("Origin")))
                .flatMap(KnownApps::app);
    }

    private static Optional<KnownApp> app(Grant grant) {
        @Nullable UUID app = grant.app();
        return app == null || !grant.role().equals(Role.CLIENT)
                ? Optional.empty()
                : Optional.of(new KnownApp(grant.workspace(), app));
    }
}
