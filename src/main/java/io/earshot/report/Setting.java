package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.Adjustment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By what sections count and compare.
 *
 * @param weights     one a row, at least 0; empty if every response counts once
 * @param banner      the blocks that banner tables compare
 * @param waves       the block of waves; empty if there are none
 * @param adjustment  of the p-values of a line in a block
 * @param secondAlpha differences of a p below this, and not below the first, have small letters; empty if there are none
 * @param minimumBase columns with fewer respondents are flagged and not compared
 * @param shownFrom   of columns with fewer respondents nothing is told but how many there are
 * @param smallest    groups of fewer people are not shown at all; 1 if all are
 */
record Setting(
        Optional<double[]> weights,
        List<Span> banner,
        List<Span> waves,
        Adjustment adjustment,
        OptionalDouble secondAlpha,
        long minimumBase,
        long shownFrom,
        int smallest) {
    /** Nothing weighted, nothing compared. */
    static final Setting PLAIN =
            new Setting(Optional.empty(), List.of(), List.of(), Adjustment.NONE, OptionalDouble.empty(), 30, 10, 1);

    Setting {
        requireNonNull(weights, "weights");
        requireNonNull(adjustment, "adjustment");
        banner = List.copyOf(banner);
        waves = List.copyOf(waves);
    }
}
