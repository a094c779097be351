package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.check.QuestionnaireCheck;
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
    private final QuestionnaireCheck check;

    TemplateResource(Templates templates, QuestionnaireCheck check) {
        this.templates = templates;
        this.check = check;
    }

    /**
     * A card of a gallery.
     *
     * @param purpose          what one learns from it
     * @param languages        BCP 47, the default language first
     * @param questions        how many there are at most; conditions may ask fewer
     * @param estimatedSeconds how long it takes to fill in
     */
    public record TemplateSummary(
            String name,
            Text title,
            Template.Kind kind,
            Text purpose,
            List<String> tags,
            List<String> languages,
            int questions,
            int estimatedSeconds,
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
        JsonNode json = templates.content(template.name());
        Questionnaire content = QuestionnaireJson.read(json);
        return new TemplateSummary(
                template.name(),
                content.title(),
                template.kind(),
                template.purpose(),
                template.tags(),
                languages(content),
                content.questions().size(),
                check.estimatedSeconds(json),
                content.source());
    }

    /** Every template is complete in the languages of its title; a test holds that. */
    private static List<String> languages(Questionnaire content) {
        return Stream.concat(Stream.of(content.defaultLanguage()), content.title().byLanguage().keySet().stream())
                .distinct()
                .toList();
    }
}
