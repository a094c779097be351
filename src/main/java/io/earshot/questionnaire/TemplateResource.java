package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.workspace.Listing;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Ready-made questionnaires to start from: read one, and post it as the content of a new questionnaire. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
public class TemplateResource {
    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    public record TemplateSummary(String name, Text title, @Nullable String source) {}

    @GET
    public Listing<TemplateSummary> list() {
        return new Listing<>(templates.names().stream().map(this::summary).toList(), null);
    }

    @GET
    @Path("{name}")
    public JsonNode get(@PathParam("name") String name) {
        return templates.content(name);
    }

    private TemplateSummary summary(String name) {
        Questionnaire content = QuestionnaireJson.read(templates.content(name));
        return new TemplateSummary(name, content.title(), content.source());
    }
}
