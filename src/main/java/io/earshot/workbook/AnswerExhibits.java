package io.earshot.workbook;

import io.earshot.finding.Counting;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.OpenAnswers;
import io.earshot.finding.PromoterScore;
import io.earshot.finding.Results;
import io.earshot.finding.ScaleReliability;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.Interval;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.scale.Reliability;
import java.util.ArrayList;
import java.util.List;

/** What the workbook has sheets of its own for, as the summary shows it. */
final class AnswerExhibits {
    private final Results results;
    private final Words words;

    AnswerExhibits(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    List<Exhibit> all() {
        List<Exhibit> exhibits = new ArrayList<>();
        add(exhibits, "nps", results.of(PromoterScore.class).map(this::score).toList());
        new TableExhibits(results, words).addTo(exhibits);
        add(
                exhibits,
                "frequencies",
                results.of(FrequencyTable.class).map(this::frequencies).toList());
        List<NumberSummary> numbers = results.of(NumberSummary.class).toList();
        if (!numbers.isEmpty() || results.of(OpenAnswers.class).findAny().isPresent()) {
            add(exhibits, "numbers", List.of(numbers(numbers)));
        }
        add(
                exhibits,
                "scales",
                results.of(ScaleReliability.class).map(this::scale).toList());
        return exhibits;
    }

    private void add(List<Exhibit> exhibits, String topic, List<Grid> grids) {
        if (!grids.isEmpty()) {
            String note = words.of(topic + ".note", results.about().confidence());
            exhibits.add(new Exhibit(topic, note, grids));
        }
    }

    private Grid score(PromoterScore finding) {
        Grid grid = new Grid(finding.subject().full())
                .words(words.of("measure"))
                .figures(Format.SCORE, words.of("value"), words.of("low"), words.of("high"))
                .figures(Format.COUNT, words.of("n"));
        grid.row(words.of("nps.score"))
                .interval(finding.score().map(NetPromoterScore::scoreInterval))
                .number(finding.score().map(NetPromoterScore::n));
        grid.row(words.of("nps.wald"))
                .interval(finding.score().map(NetPromoterScore::wald))
                .number(finding.score().map(NetPromoterScore::n));
        grid.row(words.of("nps.adjusted"))
                .interval(finding.score().map(NetPromoterScore::adjustedWald))
                .number(finding.score().map(NetPromoterScore::n));
        return grid.base(words, finding.base()).warning(words, finding.score());
    }

    private Grid frequencies(FrequencyTable finding) {
        Grid grid = new Grid(finding.subject().full())
                .words(words.of("answer"))
                .figures(Format.COUNT, words.of("count"))
                .figures(Format.SHARE, words.of("percentValid"), words.of("low"), words.of("high"));
        for (Frequencies.Row row : finding.frequencies().rows()) {
            grid.row(finding.subject().label(row.code())).number(row.count()).interval(row.share());
        }
        grid.note(words.of("base") + ": " + finding.frequencies().n() + ". " + words.of("missing") + ": "
                        + finding.frequencies().missing() + ".")
                .base(words, finding.base());
        finding.scores()
                .ifPresent(scores -> grid.note(words.of("meanOfCodes") + ": " + words.number(scores.mean(), 2) + "."));
        return grid.plot(Plot.bars(
                finding.subject().full(),
                words.of(
                        "charts.share.alt",
                        finding.subject().full(),
                        finding.frequencies().n(),
                        words.of("frequencies")),
                2,
                Format.SHARE));
    }

    private Grid numbers(List<NumberSummary> findings) {
        Grid grid = new Grid(words.of("numbers"))
                .words(words.of("question"))
                .figures(Format.COUNT, words.of("n"))
                .figures(
                        Format.DECIMAL,
                        words.of("mean"),
                        words.of("low"),
                        words.of("high"),
                        words.of("sd"),
                        words.of("median"));
        for (NumberSummary finding : findings) {
            grid.row(finding.subject().full())
                    .number(finding.descriptives().map(Descriptives::n))
                    .number(finding.descriptives().map(Descriptives::mean))
                    .number(finding.descriptives()
                            .flatMap(Descriptives::meanInterval)
                            .map(Interval::low))
                    .number(finding.descriptives()
                            .flatMap(Descriptives::meanInterval)
                            .map(Interval::high))
                    .number(finding.descriptives().flatMap(Descriptives::sd))
                    .number(finding.descriptives().map(Descriptives::median));
        }
        if (findings.stream().anyMatch(finding -> finding.base().counting() == Counting.BY_WEIGHT)) {
            grid.note(words.of("base.by-weight.short"));
        }
        results.of(OpenAnswers.class)
                .forEach(open ->
                        grid.note(open.subject().label() + ": " + words.of("summary.wrote", open.n(), open.missing())));
        return grid;
    }

    private Grid scale(ScaleReliability finding) {
        Grid grid = new Grid(finding.label())
                .words(words.of("item"), words.of("reversed"))
                .figures(Format.DECIMAL, words.of("mean"), words.of("sd"))
                .figures(Format.COEFFICIENT, words.of("itemRest"), words.of("alphaIfDropped"));
        if (!finding.negative().isEmpty()) {
            grid.warning(words.of("scales.negative", String.join(", ", finding.negative())));
        }
        finding.reliability().toOptional().ifPresent(found -> {
            for (Reliability.Item item : found.items()) {
                grid.row(finding.item(item.variable()).label())
                        .text(item.reversed() ? words.of("yes") : "")
                        .number(item.mean())
                        .number(item.sd())
                        .number(item.itemRestCorrelation())
                        .number(item.alphaIfDropped());
            }
            grid.note("%s %s (%s – %s); n = %d"
                    .formatted(
                            words.of("alpha"),
                            words.number(found.alpha().estimate(), 3),
                            words.number(found.alpha().low(), 3),
                            words.number(found.alpha().high(), 3),
                            found.n()));
        });
        return grid.base(words, finding.base()).warning(words, finding.reliability());
    }
}
