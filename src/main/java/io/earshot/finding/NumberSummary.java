package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Outcome;

/** Where the answers to a question for a number lie. */
public record NumberSummary(Subject subject, Base base, Outcome<Descriptives> descriptives) implements Finding {
    public NumberSummary {
        requireNonNull(subject, "subject");
        requireNonNull(base, "base");
        requireNonNull(descriptives, "descriptives");
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.numbers(this);
    }
}
