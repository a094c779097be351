package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Audit;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Database;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Whether answers to a questionnaire can be tied to who gave them. */
@Path("/v1/questionnaires/{id}/privacy")
@Produces(MediaType.APPLICATION_JSON)
public class AnonymityResource {
    private final Caller caller;
    private final Questionnaires questionnaires;
    private final Anonymity anonymity;
    private final Database database;
    private final Audit audit;
    private final Clock clock;

    AnonymityResource(
            Caller caller,
            Questionnaires questionnaires,
            Anonymity anonymity,
            Database database,
            Audit audit,
            Clock clock) {
        this.caller = caller;
        this.questionnaires = questionnaires;
        this.anonymity = anonymity;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param anonymous true if what comes from now on can't be tied to a respondent */
    public record Setting(boolean anonymous) {}

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Setting get(@PathParam("id") UUID id) {
        require(id);
        return new Setting(anonymity.isAnonymous(caller.workspace(), id));
    }

    /** For what comes from now on; what is stored stays as it is. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    public Setting set(@PathParam("id") UUID id, Setting wanted) {
        require(id);
        database.inTransaction(connection -> {
            anonymity.set(connection, caller.workspace(), id, wanted.anonymous(), clock.instant());
            audit.note(
                    connection,
                    caller.workspace(),
                    caller.name(),
                    "questionnaire.privacy.changed",
                    "questionnaire:" + id,
                    Map.of("anonymous", wanted.anonymous()));
            return wanted;
        });
        anonymity.forget();
        return wanted;
    }

    private void require(UUID id) {
        if (!questionnaires.exists(caller.workspace(), id)) {
            throw Problem.notFound("questionnaire", id);
        }
    }
}
