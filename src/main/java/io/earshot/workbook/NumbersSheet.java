package io.earshot.workbook;

import io.earshot.finding.Counting;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.Results;
import io.earshot.statistics.Descriptives;
import java.util.List;

/** Every question for a number, one row each. */
final class NumbersSheet implements Sheet {
    private final Results results;
    private final Words words;

    NumbersSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("numbers");
    }

    @Override
    public String shows() {
        return words.of("numbers.shows");
    }

    @Override
    public int[] widths() {
        return isWeighted()
                ? new int[] {44, 16, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11}
                : new int[] {44, 16, 10, 10, 11, 11, 11, 11, 11, 11, 11, 11, 11};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("numbers.note", results.about().confidence()));
        boolean weighted = isWeighted();
        Line head = page.line(30)
                .heads(words.of("question"), words.of("variable"))
                .numberHeads(
                        words.of("n"),
                        words.of("missingShort"),
                        words.of("mean"),
                        words.of("low"),
                        words.of("high"),
                        words.of("sd"),
                        words.of("minimum"),
                        words.of("q1"),
                        words.of("median"),
                        words.of("q3"),
                        words.of("maximum"));
        if (weighted) {
            head.numberHeads(words.of("base.weighted"), words.of("base.effective"));
        }
        page.freezeHere(1);
        results.of(NumberSummary.class).forEach(finding -> row(page, finding));
        List<String> low = results.of(NumberSummary.class)
                .filter(finding -> finding.base().low())
                .map(finding -> finding.subject().variable())
                .toList();
        if (!low.isEmpty()) {
            long minimum = results.of(NumberSummary.class)
                    .findFirst()
                    .orElseThrow()
                    .base()
                    .minimum();
            page.warning(words.of("base.low.these", minimum, String.join(", ", low)));
        }
        if (weighted) {
            page.note(words.of("base.by-weight.short"));
        }
    }

    private boolean isWeighted() {
        return results.of(NumberSummary.class)
                .anyMatch(finding -> finding.base().counting() == Counting.BY_WEIGHT);
    }

    private void row(Page page, NumberSummary finding) {
        Line line = page.line()
                .words(Look.BODY, finding.subject().full())
                .words(Look.MUTED, finding.subject().variable());
        finding.descriptives()
                .cases(numbers -> numbers(line, numbers), undefined -> line.text(Look.MUTED, words.because(undefined)));
        if (isWeighted() && finding.descriptives().isDefined()) {
            line.decimal(finding.base().weighted()).decimal(finding.base().nEffective());
        }
    }

    private static Line numbers(Line line, Descriptives numbers) {
        line.count(numbers.n()).count(numbers.missing()).decimal(numbers.mean());
        numbers.meanInterval().cases(mean -> line.decimal(mean.low()).decimal(mean.high()), undefined -> line.text(
                        Look.MUTED_RIGHT, "–")
                .text(Look.MUTED_RIGHT, "–"));
        numbers.sd().cases(line::decimal, undefined -> line.text(Look.MUTED_RIGHT, "–"));
        return line.decimal(numbers.min())
                .decimal(numbers.q1())
                .decimal(numbers.median())
                .decimal(numbers.q3())
                .decimal(numbers.max());
    }
}
