package io.earshot.questionnaire.exchange;

import static java.util.Objects.requireNonNull;

/**
 * A part of a file that the draft does not have, or has in another form.
 *
 * @param where  its place in the file: sheet and row, gid/qid, or a JSON path
 * @param what   the part, in the file's own words, such as {@code geopoint home}
 * @param why    why it was not carried, or how it was changed, as a sentence
 * @param remedy what the author can do about it, as a sentence
 */
public record NotCarried(String where, String what, String why, String remedy) {
    private static final int MAX_WORDS = 500;

    public NotCarried {
        requireNonNull(where, "where");
        requireNonNull(why, "why");
        requireNonNull(remedy, "remedy");
        // A formula of 30,000 characters is found by its place; repeated here it would only hide the rest of the list.
        what = what.length() > MAX_WORDS ? what.substring(0, MAX_WORDS) + "…" : what;
    }
}
