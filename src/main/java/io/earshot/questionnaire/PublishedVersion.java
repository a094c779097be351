package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import io.earshot.questionnaire.flow.Flow;
import java.util.UUID;

/**
 * What was published under a number and never changes.
 *
 * @param name    what the questionnaire is called in the workspace; not part of the version, it may change
 * @param version from 1
 * @param flow    the way through the content, made once because every response goes through it
 * @param json    the content, exactly as its author gave it
 */
public record PublishedVersion(
        UUID questionnaire, String name, int version, Questionnaire content, Flow flow, String json) {
    public PublishedVersion {
        requireNonNull(questionnaire, "questionnaire");
        requireNonNull(name, "name");
        requireNonNull(content, "content");
        requireNonNull(flow, "flow");
        requireNonNull(json, "json");
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
    }
}
