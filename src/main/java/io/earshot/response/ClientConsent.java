package io.earshot.response;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.device.CapturePolicies;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What a respondent agrees to or takes back, apart from any response. */
@Path("/v1/client/consent")
@Produces(MediaType.APPLICATION_JSON)
public class ClientConsent {
    private static final int LARGEST_BODY = 1 << 14;
    private static final int LONGEST_STATE = 20;
    private static final int LONGEST_VERSION = 100;
    private static final Set<String> STATES = Set.of(ConsentLedger.GRANTED, ConsentLedger.WITHDRAWN);

    private final Caller caller;
    private final CapturePolicies policies;
    private final Consents consents;

    ClientConsent(Caller caller, CapturePolicies policies, Consents consents) {
        this.caller = caller;
        this.policies = policies;
        this.consents = consents;
    }

    /**
     * What a respondent says.
     *
     * @param state         {@code granted} or {@code withdrawn}
     * @param policyVersion of what is agreed to
     * @param occurredAt    when it was said, if it is told later; a consent that is older than a withdrawal changes nothing
     */
    public record Said(
            @Schema(required = true, maxLength = SubmissionReader.LONGEST_RESPONDENT) String respondent,
            @Schema(
                            required = true,
                            enumeration = {"granted", "withdrawn"})
                    String state,
            @Schema(maxLength = LONGEST_VERSION) @Nullable String policyVersion,
            @Nullable Instant occurredAt) {}

    /** Notes it in the ledger, and answers what holds now. From a withdrawal on nothing is kept that needs consent. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLIENT)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Said.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StandingConsent.class)))
    public StandingConsent tell(InputStream body) throws IOException {
        ObjectNode json = ResponseJson.object(Parameters.text(body, LARGEST_BODY));
        List<Fault> faults = new ArrayList<>();
        Fields fields = new Fields(json, "", faults);
        fields.require("respondent", "state");
        String respondent = fields.text("respondent", SubmissionReader.LONGEST_RESPONDENT);
        String state = fields.text("state", LONGEST_STATE);
        String version = fields.text("policyVersion", LONGEST_VERSION);
        Instant said = fields.time("occurredAt");
        if (state != null && !STATES.contains(state)) {
            fields.fault("state", "not-an-option", "must be granted or withdrawn");
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("invalid-consent", "The consent is not valid", faults);
        }
        if (policies.of(caller.workspace(), caller.app()).anonymous()) {
            throw Problem.conflict(
                    "anonymous-app",
                    "This app's answers can't be tied to a respondent, so nothing is kept that needs a consent.");
        }
        return consents.tell(caller.workspace(), requireNonNull(respondent), requireNonNull(state), version, said);
    }
}
