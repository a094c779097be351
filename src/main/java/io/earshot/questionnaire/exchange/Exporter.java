package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.QuestionnaireJson;
import org.jspecify.annotations.Nullable;

/** Writes questionnaires in one format. A {@code @Singleton} that implements this is found by its {@link #format()}. */
public interface Exporter {
    /** The word that the call's {@code format} names it by, such as {@code ddi}. */
    String format();

    /** Of what is written, such as {@code application/xml}. */
    String mediaType();

    /** The end of the file's name without a dot, such as {@code xml}. */
    String extension();

    /**
     * @param content a questionnaire; a draft may have errors, or lack members that the schema demands
     * @throws Problem 422 by {@link Refused} if it can't be written
     */
    byte[] write(ObjectNode content);

    /** The same with wishes; a format that has no place for them ignores them. */
    default byte[] write(ObjectNode content, Options options) {
        return write(content);
    }

    /** The same of a questionnaire's JSON as its author wrote it. */
    default byte[] write(String json, Options options) {
        return write((ObjectNode) QuestionnaireJson.tree(json), options);
    }

    /**
     * What may be wished for.
     *
     * @param language BCP 47 language of a form for paper; the questionnaire's default if null
     * @param paper    {@code a4} or {@code letter}
     * @param codes    whether codes and names are printed, for those who enter the data
     */
    record Options(@Nullable String language, String paper, boolean codes) {}
}
