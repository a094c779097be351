package io.earshot.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A prompt as the database has it. */
@Entity
@Table(name = "prompt")
class PromptRow extends PanacheEntityBase {
    @Id
    UUID id;

    UUID workspaceId;
    UUID appId;
    UUID questionnaireId;

    @Nullable
    Integer questionnaireVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    String definition;

    String status;
    int revision;
    Instant createdAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant stoppedAt;

    Prompt toPrompt(ObjectMapper json) {
        try {
            return new Prompt(
                    id,
                    workspaceId,
                    json.readValue(definition, PromptDefinition.class),
                    Prompt.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                    revision,
                    createdAt,
                    startedAt,
                    stoppedAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("prompt " + id + " is not readable", e);
        }
    }

    void define(PromptDefinition wanted, ObjectMapper json) {
        appId = wanted.app();
        questionnaireId = wanted.questionnaire().id();
        questionnaireVersion = wanted.questionnaire().version();
        try {
            definition = json.writeValueAsString(wanted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition that was read can be written", e);
        }
    }
}
