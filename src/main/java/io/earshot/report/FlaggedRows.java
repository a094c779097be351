package io.earshot.report;

import io.earshot.dataset.ChosenRows;
import io.earshot.dataset.Extract;
import io.earshot.dataset.ResponseDataset;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Basis.Careless;
import io.earshot.finding.Basis.Careless.Sign;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Responses without those that show signs of carelessness.
 *
 * @param extract  the others
 * @param careless what was left out and why
 */
record FlaggedRows(Extract extract, Careless careless) {
    /**
     * @param read with the attribute {@link ResponseDataset#FLAGS}, unless nobody judged any response
     * @param without words of flags; a response that has any of them is left out
     */
    static FlaggedRows without(List<String> without, Extract read) {
        Optional<TextColumn> flags = read.attributes().stream()
                .filter(column -> column.name().equals(ResponseDataset.FLAGS))
                .map(TextColumn.class::cast)
                .findFirst();
        List<Set<String>> ofRows = IntStream.range(0, read.rows())
                .peek(Watch::look)
                .mapToObj(row -> flags.flatMap(column -> column.text(row))
                        .map(words -> Set.of(words.split(" ")))
                        .orElse(Set.of()))
                .toList();
        int[] kept = IntStream.range(0, read.rows())
                .peek(Watch::look)
                .filter(row -> without.stream().noneMatch(ofRows.get(row)::contains))
                .toArray();
        List<Sign> signs = without.stream()
                .map(flag -> new Sign(
                        flag, ofRows.stream().filter(of -> of.contains(flag)).count()))
                .toList();
        long unjudged = ofRows.stream().filter(Set::isEmpty).count();
        Extract left = kept.length == read.rows() ? read : ChosenRows.of(read, kept);
        return new FlaggedRows(left, new Careless(read.rows() - kept.length, signs, unjudged));
    }
}
