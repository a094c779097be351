package io.earshot.questionnaire.exchange;

import io.earshot.problem.Problem;

/**
 * Reads questionnaires of one format. To add a format, write a {@code @Singleton} that implements this; the import call finds
 * it by its {@link #format()}.
 *
 * <p>An importer never guesses: what our format has no place for is listed, with what to do about it.
 */
public interface Importer {
    /** The word that the call's {@code format} names it by, such as {@code xlsform}. */
    String format();

    /**
     * Reads a file, which comes from outside and may be anything.
     *
     * @throws Problem 422 by {@link Refused} if the bytes are no file of this format
     */
    Imported read(byte[] file);
}
