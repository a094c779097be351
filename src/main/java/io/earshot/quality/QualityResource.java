package io.earshot.quality;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** How many responses show signs of carelessness, so that a report can say how many it leaves out. */
@Path("/v1/questionnaires/{id}/quality")
@Produces(MediaType.APPLICATION_JSON)
public class QualityResource {
    private final Caller caller;
    private final Questionnaires questionnaires;
    private final QualityCounts counts;

    QualityResource(Caller caller, Questionnaires questionnaires, QualityCounts counts) {
        this.caller = caller;
        this.questionnaires = questionnaires;
        this.counts = counts;
    }

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public QualityCounts.Counts get(@PathParam("id") UUID id) {
        if (!questionnaires.exists(caller.workspace(), id)) {
            throw Problem.notFound("questionnaire", id);
        }
        return counts.of(caller.workspace(), id);
    }
}
