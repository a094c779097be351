package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.MultipleColumn;
import java.util.List;
import java.util.Optional;

/**
 * A block of a banner in the data: groups of respondents that are compared with each other.
 *
 * @param title  what tells the groups apart
 * @param within the group that all of them are part of; empty for everybody
 * @param labels of the column's codes
 * @param variables that the groups come from, the outer ones first; none of waves
 * @param groups a {@link CodedColumn}, or a {@link MultipleColumn} whose groups share respondents; missing is in no group
 */
record Span(String title, String within, List<String> labels, Column groups, List<String> variables) {
    Span {
        requireNonNull(title, "title");
        requireNonNull(within, "within");
        requireNonNull(groups, "groups");
        labels = List.copyOf(labels);
        variables = List.copyOf(variables);
    }

    List<String> codes() {
        return groups instanceof CodedColumn coded ? coded.codes() : ((MultipleColumn) groups).codes();
    }

    boolean isOverlapping() {
        return groups instanceof MultipleColumn;
    }

    Optional<CodedColumn> apart() {
        return groups instanceof CodedColumn coded ? Optional.of(coded) : Optional.empty();
    }

    boolean in(int row, int group) {
        return groups instanceof CodedColumn coded
                ? coded.index(row) == group
                : ((MultipleColumn) groups).chose(row, group);
    }

    int size() {
        return codes().size();
    }
}
