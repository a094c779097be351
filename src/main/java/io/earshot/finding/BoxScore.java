package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.score.BoxScores;
import java.util.List;

/**
 * The shares of the best and worst answers of a satisfaction, effort or rating question.
 *
 * @param type   the question's type
 * @param top    the codes that count as best, ascending
 * @param bottom the codes that count as worst, ascending
 */
@JsonTypeName("box-scores")
public record BoxScore(
        Subject subject,
        Base base,
        String type,
        List<String> top,
        List<String> bottom,
        Outcome<BoxScores> boxes,
        Frequencies frequencies)
        implements ModuleFinding {
    public BoxScore {
        requireNonNull(subject, "subject");
        requireNonNull(base, "base");
        requireNonNull(type, "type");
        requireNonNull(boxes, "boxes");
        requireNonNull(frequencies, "frequencies");
        top = List.copyOf(top);
        bottom = List.copyOf(bottom);
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.boxScore(this);
    }
}
