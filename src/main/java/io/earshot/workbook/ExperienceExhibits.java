package io.earshot.workbook;

import io.earshot.finding.Base;
import io.earshot.finding.BoxScore;
import io.earshot.finding.Counting;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.Results;
import io.earshot.finding.ScoreSummary;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.score.BoxScores;
import io.earshot.statistics.trend.IndividualsChart;
import io.earshot.statistics.trend.ShareChart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** How content people are: the score over time, boxes, scales. */
final class ExperienceExhibits {
    private final Results results;
    private final Words words;

    ExperienceExhibits(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    void addTo(List<Exhibit> exhibits) {
        List<Grid> trends = results.of(NpsTrend.class).map(this::trend).toList();
        if (!trends.isEmpty()) {
            exhibits.add(new Exhibit("trend", words.of("trend.note"), trends));
        }
        List<BoxScore> boxes = results.of(BoxScore.class).toList();
        if (!boxes.isEmpty()) {
            exhibits.add(new Exhibit("boxes", words.of("boxes.note"), boxes(boxes)));
        }
        List<ScoreSummary> scores = results.of(ScoreSummary.class).toList();
        if (!scores.isEmpty()) {
            exhibits.add(new Exhibit("scores", words.of("scores.note"), scores(scores)));
        }
    }

    private Grid trend(NpsTrend finding) {
        Grid grid = new Grid(finding.subject().label())
                .words(words.of("period." + finding.period().word()))
                .figures(Format.COUNT, words.of("n"))
                .figures(
                        Format.SCORE,
                        words.of("trend.score"),
                        words.of("low"),
                        words.of("high"),
                        words.of("trend.centre"),
                        words.of("trend.limitLow"),
                        words.of("trend.limitHigh"))
                .figures(
                        Format.SHARE,
                        words.of("nps.promoters"),
                        words.of("trend.limitLow"),
                        words.of("trend.limitHigh"))
                .words(words.of("remark"));
        Optional<IndividualsChart> chart = finding.chart().toOptional();
        Optional<ShareChart> shares = finding.promoters().toOptional();
        int place = 0;
        for (NpsTrend.Point point : finding.points()) {
            Grid.Row row = grid.row(point.from().toString()).number(point.n());
            boolean scored = point.score().isDefined();
            row.interval(point.score().map(NetPromoterScore::scoreInterval));
            if (chart.isPresent()) {
                row.number(chart.get().centre())
                        .number(chart.get().low())
                        .number(chart.get().high());
            } else {
                row.blank().blank().blank();
            }
            if (scored && shares.isPresent()) {
                ShareChart.Point share = shares.get().points().get(place);
                row.number(share.share()).number(share.low()).number(share.high());
            } else {
                row.blank().blank().blank();
            }
            row.text(String.join("; ", remarks(point, chart, shares, place)));
            place += scored ? 1 : 0;
        }
        return describe(grid, finding);
    }

    private Grid describe(Grid grid, NpsTrend finding) {
        grid.plot(new Plot(
                Plot.Shape.TREND,
                words.of("trend.chart", finding.subject().label()),
                words.of(
                        "trend.alt", finding.subject().label(), finding.points().size()),
                0,
                List.of(2, 5, 6, 7),
                Format.SCORE,
                "",
                words.of("trend.score")));
        finding.trend()
                .toOptional()
                .ifPresent(test -> grid.note(
                        words.of("trend.kendall", test.n(), words.number(test.slope(), 2), words.p(test.p()))));
        finding.promoters()
                .toOptional()
                .flatMap(shares -> shares.trend().toOptional())
                .ifPresent(test ->
                        grid.note(words.of("trend.armitage", words.number(test.chiSquare(), 2), words.p(test.p()))));
        grid.base(words, finding.base());
        if (finding.base().counting() == Counting.BY_WEIGHT) {
            grid.note(words.of("trend.weighted"));
        }
        grid.note(words.of("trend.limits"))
                .note(words.of("trend.zone", finding.zone().getId()));
        if (finding.undated() > 0) {
            grid.warning(words.of("trend.undated", finding.undated()));
        }
        return grid.warning(words, finding.chart());
    }

    private List<String> remarks(
            NpsTrend.Point point, Optional<IndividualsChart> chart, Optional<ShareChart> shares, int place) {
        List<String> remarks = new ArrayList<>();
        if (point.smallBase()) {
            remarks.add(words.of("smallBase"));
        }
        if (point.score().isDefined()) {
            chart.ifPresent(found -> {
                add(remarks, found.beyondLimits().contains(place), "trend.beyond");
                add(remarks, found.twoOfThree().contains(place), "trend.twoOfThree");
                add(remarks, found.fourOfFive().contains(place), "trend.fourOfFive");
                add(remarks, found.eightInARow().contains(place), "trend.eight");
            });
            shares.ifPresent(found -> add(remarks, found.points().get(place).outside(), "trend.promoters"));
        }
        return remarks;
    }

    private void add(List<String> remarks, boolean holds, String key) {
        if (holds) {
            remarks.add(words.of(key));
        }
    }

    private List<Grid> boxes(List<BoxScore> findings) {
        Grid table = new Grid(words.of("boxes.table"))
                .words(words.of("question"), words.of("boxes.best"))
                .figures(Format.COUNT, words.of("n"))
                .figures(Format.SHARE, words.of("boxes.top"), words.of("low"), words.of("high"))
                .figures(Format.SHARE, words.of("boxes.bottom"), words.of("low"), words.of("high"))
                .figures(Format.SHARE, words.of("boxes.net"))
                .figures(Format.DECIMAL, words.of("mean"));
        for (BoxScore finding : findings) {
            Grid.Row row = table.row(finding.subject().label())
                    .text(words.of(
                            "boxes.codes", String.join(", ", finding.top()), String.join(", ", finding.bottom())))
                    .number(finding.boxes().map(BoxScores::n))
                    .interval(finding.boxes().map(BoxScores::top))
                    .interval(finding.boxes().map(BoxScores::bottom))
                    .number(finding.boxes().map(BoxScores::net));
            row.number(finding.boxes().map(BoxScores::mean));
            table.warning(words, finding.boxes());
            effective(row, finding.base());
        }
        table.note(words.of("boxes.intervals", results.about().confidence()));
        if (findings.size() > 1) {
            table.plot(Plot.bars(words.of("boxes.chart"), words.of("boxes.alt", findings.size()), 3, Format.SHARE));
        }
        effective(table, findings.stream().map(BoxScore::base).toList());
        Map<String, Base> bases = new LinkedHashMap<>();
        findings.forEach(finding -> bases.put(finding.subject().label(), finding.base()));
        small(table, bases);
        List<Grid> grids = new ArrayList<>(List.of(table));
        // Questions with the same points share a chart, so that they can be compared.
        Map<List<String>, List<BoxScore>> byScale = new LinkedHashMap<>();
        findings.forEach(finding -> byScale.computeIfAbsent(
                        finding.frequencies().rows().stream()
                                .map(Frequencies.Row::code)
                                .toList(),
                        unused -> new ArrayList<>())
                .add(finding));
        byScale.forEach((codes, same) -> grids.add(spread(codes, same)));
        return grids;
    }

    private Grid spread(List<String> codes, List<BoxScore> findings) {
        Grid grid = new Grid(words.of("boxes.spread", codes.get(0), codes.get(codes.size() - 1)))
                .words(words.of("question"))
                .figures(Format.SHARE, codes.toArray(String[]::new))
                .figures(Format.COUNT, words.of("n"));
        for (BoxScore finding : findings) {
            Grid.Row row = grid.row(finding.subject().label());
            finding.frequencies().rows().forEach(code -> row.number(code.share().map(share -> share.estimate())));
            row.number(finding.frequencies().n());
            effective(row, finding.base());
        }
        effective(grid, findings.stream().map(BoxScore::base).toList());
        return grid.plot(new Plot(
                Plot.Shape.STACKED,
                grid.title(),
                words.of("boxes.spread.alt", findings.size(), codes.size()),
                0,
                IntStream.rangeClosed(1, codes.size()).boxed().toList(),
                Format.SHARE,
                "",
                ""));
    }

    private List<Grid> scores(List<ScoreSummary> findings) {
        Grid table = new Grid(words.of("scores.table"))
                .words(words.of("scale"), words.of("scores.range"))
                .figures(Format.COUNT, words.of("items"), words.of("n"))
                .figures(Format.DECIMAL, words.of("mean"), words.of("low"), words.of("high"))
                .figures(
                        Format.DECIMAL,
                        words.of("sd"),
                        words.of("minimum"),
                        words.of("q1"),
                        words.of("median"),
                        words.of("q3"),
                        words.of("maximum"));
        List<Grid> grids = new ArrayList<>(List.of(table));
        for (ScoreSummary finding : findings) {
            Grid.Row row = table.row(finding.subject().label())
                    .text(
                            finding.low().isPresent() && finding.high().isPresent()
                                    ? words.of(
                                            "scores.from",
                                            finding.low().getAsDouble(),
                                            finding.high().getAsDouble())
                                    : "–")
                    .number(finding.items().size())
                    .number(finding.descriptives().map(Descriptives::n))
                    .number(finding.descriptives().map(Descriptives::mean));
            row.number(finding.descriptives()
                            .flatMap(Descriptives::meanInterval)
                            .map(mean -> mean.low()))
                    .number(finding.descriptives()
                            .flatMap(Descriptives::meanInterval)
                            .map(mean -> mean.high()))
                    .number(finding.descriptives().flatMap(Descriptives::sd))
                    .number(finding.descriptives().map(Descriptives::min))
                    .number(finding.descriptives().map(Descriptives::q1))
                    .number(finding.descriptives().map(Descriptives::median))
                    .number(finding.descriptives().map(Descriptives::q3))
                    .number(finding.descriptives().map(Descriptives::max));
            effective(row, finding.base());
            table.warning(words, finding.descriptives());
            if (finding.average().isPresent()) {
                table.note(words.of(
                        "scores.average",
                        finding.subject().label(),
                        finding.average().getAsDouble()));
            }
            if (finding.descriptives().isDefined() && !finding.bins().isEmpty()) {
                grids.add(bins(finding));
            }
        }
        effective(table, findings.stream().map(ScoreSummary::base).toList());
        Map<String, Base> bases = new LinkedHashMap<>();
        findings.forEach(finding -> bases.put(finding.subject().label(), finding.base()));
        small(table, bases);
        table.note(words.of("scores.items", results.about().confidence()));
        return grids;
    }

    /** Beside a row of figures by weight, what it rests on. */
    private static void effective(Grid.Row row, Base base) {
        if (base.counting() == Counting.BY_WEIGHT) {
            row.number(base.weighted()).number(base.nEffective());
        }
    }

    /** Names the questions that few answered. */
    private void small(Grid grid, Map<String, Base> bases) {
        List<String> low = bases.entrySet().stream()
                .filter(entry -> entry.getValue().low())
                .map(Map.Entry::getKey)
                .toList();
        if (!low.isEmpty()) {
            long minimum = bases.values().iterator().next().minimum();
            grid.warning(words.of("base.low.these", minimum, String.join(", ", low)));
        }
    }

    private void effective(Grid grid, List<Base> bases) {
        if (bases.stream().anyMatch(base -> base.counting() == Counting.BY_WEIGHT)) {
            grid.figures(Format.COUNT, words.of("base.weighted"), words.of("base.effective"))
                    .note(words.of("base.by-weight.short"));
        }
    }

    private Grid bins(ScoreSummary finding) {
        Grid grid = new Grid(finding.subject().label())
                .words(words.of("scores.part"))
                .figures(Format.COUNT, words.of("count"))
                .figures(Format.SHARE, words.of("percentValid"));
        for (ScoreSummary.Bin bin : finding.bins()) {
            grid.row(words.of("scores.bin", bin.from(), bin.to()))
                    .number(bin.count())
                    .number(bin.share());
        }
        return grid.plot(Plot.bars(
                words.of("scores.chart", finding.subject().label()),
                words.of("scores.alt", finding.subject().label()),
                2,
                Format.SHARE));
    }
}
