package io.earshot.dataset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * Responses read for analysis: the answers, and beside them what is known of each response.
 *
 * @param identity   which response a row is: its id, respondent, times, language, status
 * @param answers    the questionnaire's variables
 * @param attributes the metadata that came with the responses, one column per attribute that any response has
 */
public record Extract(List<Column> identity, Dataset answers, List<Column> attributes) {
    public Extract {
        identity = List.copyOf(identity);
        requireNonNull(answers, "answers");
        attributes = List.copyOf(attributes);
        Stream.concat(identity.stream(), attributes.stream()).forEach(column -> {
            if (column.rows() != answers.rows()) {
                throw new IllegalArgumentException(
                        "column %s must have %d rows: %d".formatted(column.name(), answers.rows(), column.rows()));
            }
        });
    }

    /** The number of responses. */
    public int rows() {
        return answers.rows();
    }
}
