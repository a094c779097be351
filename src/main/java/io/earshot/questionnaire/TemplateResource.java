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
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * A card of a gallery.
     *
     * @param purpose   what one learns from it
     * @param languages BCP 47, the default language first
     * @param questions how many there are at most; conditions may ask fewer
     */
    public record TemplateSummary(
            String name,
            Text title,
            Template.Kind kind,
            Text purpose,
            List<String> tags,
            List<String> languages,
            int questions,
            @Nullable String source) {}

    @GET
    public Listing<TemplateSummary> list() {
        return new Listing<>(templates.all().stream().map(this::summary).toList(), null);
    }

    @GET
    @Path("{name}")
    public JsonNode get(@PathParam("name") String name) {
        return templates.content(name);
    }

    private TemplateSummary summary(Template template) {
        Questionnaire content = QuestionnaireJson.read(templates.content(template.name()));
        return new TemplateSummary(
                template.name(),
                content.title(),
                template.kind(),
                template.purpose(),
                template.tags(),
                languages(content),
                content.questions().size(),
                content.source());
    }

    /** Every template is complete in the languages of its title; a test holds that. */
    private static List<String> languages(Questionnaire content) {
        return Stream.concat(Stream.of(content.defaultLanguage()), content.title().byLanguage().keySet().stream())
                .distinct()
                .toList();
    }
}
