package io.earshot.privacy;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** A respondent's own erasure, asked for in the app. */
@Path("/v1/client/respondents/{respondent}")
@Produces(MediaType.APPLICATION_JSON)
public class OwnErasure {
    private final Caller caller;
    private final SignedIdentity identity;
    private final Erasure erasure;

    OwnErasure(Caller caller, SignedIdentity identity, Erasure erasure) {
        this.caller = caller;
        this.identity = identity;
        this.erasure = erasure;
    }

    /**
     * Erases all that is held about the respondent whom the identity names.
     *
     * @param token a JWT that the app's server signed with the app's identity secret (HS256), with {@code sub} the
     *     respondent and {@code exp} not more than a day ahead
     */
    @DELETE
    @RolesAllowed(Role.CLIENT)
    public Respondents.Erased erase(
            @PathParam("respondent") String respondent, @HeaderParam("Earshot-Identity") @Nullable String token) {
        identity.require(caller.workspace(), caller.app(), respondent, token);
        return new Respondents.Erased(erasure.erase(caller.workspace(), respondent, "app " + caller.app()));
    }
}
