package io.earshot.finding;

import static java.util.Objects.requireNonNull;

/**
 * How many wrote something; the words themselves are in the data.
 *
 * @param n       responses with a text
 * @param missing responses without
 */
public record OpenAnswers(Subject subject, long n, long missing) implements Finding {
    public OpenAnswers {
        requireNonNull(subject, "subject");
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.openAnswers(this);
    }
}
