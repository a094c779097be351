package io.earshot.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls, from {@code Authorization: Bearer <token>}, from {@code ?key=pk_...} (for what can't send headers), or
 * from a member's e-mail address and password as {@code Basic}. The answer to a refused call never asks for {@code Basic},
 * so that no browser stores a password that another site could then make use of.
 */
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {
    private static final String PUBLISHABLE = "pk_";
    private static final String BEARER = "Bearer ";

    private final Credentials credentials;

    Authentication(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        HttpServerRequest request = context.request();
        String header = request.getHeader("Authorization");
        String key = request.getParam("key");
        if (header == null && (key == null || !key.startsWith(PUBLISHABLE))) {
            return Uni.createFrom().nullItem();
        }
        String origin = request.getHeader("Origin");
        Optional<Grant> known = remembered(header, key, origin);
        if (known.isPresent()) {
            return Uni.createFrom().item(identity(known.get()));
        }
        return Uni.createFrom()
                .item(() -> identify(header, key, origin))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Who calls, if that was found out a moment ago, so that a hot call needs neither a thread nor the database for it. */
    private Optional<Grant> remembered(@Nullable String header, @Nullable String key, @Nullable String origin) {
        if (header == null) {
            return credentials.remembered(String.valueOf(key), origin);
        }
        return header.startsWith(BEARER)
                ? credentials.remembered(header.substring(BEARER.length()), origin)
                : Optional.empty();
    }

    /** The token as nearly everybody sends it. */
    static Optional<String> bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    private static SecurityIdentity identity(Grant grant) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(grant)
                .addRole(grant.role())
                .build();
    }

    private SecurityIdentity identify(@Nullable String header, @Nullable String key, @Nullable String origin) {
        Grant grant = (header == null ? credentials.token(String.valueOf(key), origin) : grant(header, origin))
                .orElseThrow(() -> new AuthenticationFailedException(
                        "The token, or the e-mail address and password, are not known here."));
        return identity(grant);
    }

    private Optional<Grant> grant(String header, @Nullable String origin) {
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space).toLowerCase(Locale.ROOT);
        String value = header.substring(space + 1).strip();
        if (scheme.equals("bearer")) {
            return credentials.token(value, origin);
        }
        if (scheme.equals("basic")) {
            String pair = decoded(value);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : credentials.member(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AuthenticationFailedException("The Authorization header is not Base64.", e);
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"earshot\""));
    }
}
