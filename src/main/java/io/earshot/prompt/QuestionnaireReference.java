package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The questionnaire that a prompt shows; in JSON an id, or {@code {"id":..., "version":...}}.
 *
 * @param version absent, the latest published one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionnaireReference(UUID id, @Nullable Integer version) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public QuestionnaireReference(
            @JsonProperty(value = "id", required = true) UUID id, @JsonProperty("version") @Nullable Integer version) {
        this.id = id;
        this.version = version;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static QuestionnaireReference latest(String id) {
        return new QuestionnaireReference(UUID.fromString(id), null);
    }
}
