package io.earshot.workspace;

import io.earshot.problem.Problem;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Who is calling in this request: always somebody of exactly one workspace. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The workspace that the call is about; every query must name it. */
    public UUID workspace() {
        return grant().workspace();
    }

    /** What the audit trail calls the caller: an e-mail address or a token's hint. */
    public String name() {
        return grant().getName();
    }

    /** One of the words of {@link Role}. */
    public String role() {
        return grant().role();
    }

    /** The app whose publishable key is used. @throws Problem 403 if the caller is a member or a secret token */
    public UUID app() {
        UUID app = grant().app();
        if (app == null) {
            throw Problem.of(403, "not-an-app", "Not an app", "This call takes an app's publishable key (pk_...).");
        }
        return app;
    }

    private Grant grant() {
        if (identity.getPrincipal() instanceof Grant grant) {
            return grant;
        }
        throw new UnauthorizedException();
    }
}
