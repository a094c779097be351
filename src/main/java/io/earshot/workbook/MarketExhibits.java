package io.earshot.workbook;

import io.earshot.finding.Base;
import io.earshot.finding.BestWorstItems;
import io.earshot.finding.Counting;
import io.earshot.finding.DriverAnalysis;
import io.earshot.finding.KanoFeature;
import io.earshot.finding.PriceAcceptance;
import io.earshot.finding.RankedOptions;
import io.earshot.finding.Results;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Reason;
import io.earshot.statistics.market.BestWorst;
import io.earshot.statistics.market.Kano;
import io.earshot.statistics.market.PriceCurves;
import io.earshot.statistics.regression.KeyDrivers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What matters, and what it may cost: drivers, prices, features, choices, ranks. */
final class MarketExhibits {
    private final Results results;
    private final Words words;

    MarketExhibits(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    void addTo(List<Exhibit> exhibits) {
        List<Grid> drivers = results.of(DriverAnalysis.class).map(this::drivers).toList();
        if (!drivers.isEmpty()) {
            exhibits.add(new Exhibit("drivers", words.of("drivers.note"), drivers));
        }
        List<Grid> prices = results.of(PriceAcceptance.class)
                .flatMap(finding -> prices(finding).stream())
                .toList();
        if (!prices.isEmpty()) {
            exhibits.add(new Exhibit("prices", words.of("prices.note"), prices));
        }
        List<KanoFeature> features = results.of(KanoFeature.class).toList();
        if (!features.isEmpty()) {
            exhibits.add(new Exhibit("kano", words.of("kano.note"), kano(features)));
        }
        List<Grid> choices = results.of(BestWorstItems.class).map(this::choices).toList();
        if (!choices.isEmpty()) {
            exhibits.add(new Exhibit("maxDiff", words.of("maxDiff.note"), choices));
        }
        List<Grid> ranks = results.of(RankedOptions.class).map(this::ranks).toList();
        if (!ranks.isEmpty()) {
            exhibits.add(new Exhibit("ranking", words.of("ranking.note"), ranks));
        }
    }

    private Grid drivers(DriverAnalysis finding) {
        Grid grid = new Grid(words.of("drivers.of", finding.outcome().label()))
                .words(words.of("drivers.driver"))
                .figures(Format.COUNT, words.of("drivers.rank"))
                .figures(Format.SHARE, words.of("drivers.lmgShare"))
                .figures(Format.DECIMAL, words.of("drivers.performance"))
                .figures(
                        Format.COEFFICIENT,
                        words.of("drivers.lmg"),
                        words.of("drivers.johnson"),
                        words.of("drivers.r"),
                        words.of("drivers.beta"),
                        words.of("drivers.usefulness"))
                .figures(Format.COUNT, words.of("n"));
        Optional<KeyDrivers> importance = finding.importance().toOptional();
        if (importance.isEmpty()) {
            return grid.warning(words, finding.importance());
        }
        KeyDrivers found = importance.get();
        IntStream.range(0, finding.drivers().size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -found.drivers().get(i).lmg()))
                .forEach(i -> {
                    DriverAnalysis.Driver driver = finding.drivers().get(i);
                    KeyDrivers.Driver measured = found.drivers().get(i);
                    grid.row(driver.subject().label())
                            .number(grid.rows().size())
                            .number(found.rSquared() > 0 ? measured.lmg() / found.rSquared() : 0)
                            .number(driver.performance())
                            .number(measured.lmg())
                            .number(measured.relativeWeight())
                            .number(measured.correlation())
                            .number(measured.beta())
                            .number(measured.usefulness())
                            .number(driver.n());
                });
        if (found.lmgIsSampled()) {
            grid.warning(words.of("drivers.sampled"));
        }
        return grid.note(words.of("drivers.base", found.n(), found.excluded(), found.rSquared()))
                .base(words, finding.base())
                .note(words.of("drivers.cause"))
                .note(words.of("drivers.map.note"))
                .plot(Plot.bars(
                        words.of("drivers.chart", finding.outcome().label()),
                        words.of(
                                "drivers.alt",
                                finding.outcome().label(),
                                finding.drivers().size()),
                        2,
                        Format.SHARE))
                .plot(new Plot(
                        Plot.Shape.POINTS,
                        words.of("drivers.map"),
                        words.of("drivers.map.alt", finding.drivers().size()),
                        1,
                        List.of(2, 3),
                        Format.DECIMAL,
                        words.of("drivers.lmgShare"),
                        words.of("drivers.performance")));
    }

    private List<Grid> prices(PriceAcceptance finding) {
        String unit = finding.unit().isEmpty() ? "" : " (" + finding.unit() + ")";
        Grid points = new Grid(words.of("prices.points"))
                .words(words.of("measure"), words.of("prices.where"))
                .figures(Format.DECIMAL, words.of("prices.price") + unit);
        points.row(words.of("prices.lowest"))
                .text(words.of("prices.lowest.where"))
                .number(finding.points().lowest());
        points.row(words.of("prices.optimal"))
                .text(words.of("prices.optimal.where"))
                .number(finding.points().optimal());
        points.row(words.of("prices.indifference"))
                .text(words.of("prices.indifference.where"))
                .number(finding.points().indifference());
        points.row(words.of("prices.highest"))
                .text(words.of("prices.highest.where"))
                .number(finding.points().highest());
        points.note(words.of(
                "prices.base",
                finding.points().n(),
                finding.points().asked(),
                finding.points().asked() - finding.points().n()));
        points.base(words, finding.base());
        points.warning(words, finding.points().lowest())
                .warning(words, finding.points().highest());
        Grid curves = new Grid(words.of("prices.curves"))
                .figures(Format.DECIMAL, words.of("prices.price") + unit)
                .figures(
                        Format.SHARE,
                        words.of("prices.tooCheap"),
                        words.of("prices.cheap"),
                        words.of("prices.expensive"),
                        words.of("prices.tooExpensive"));
        for (PriceCurves.Point point : finding.curves().points()) {
            curves.row()
                    .number(point.price())
                    .number(point.tooCheap())
                    .number(point.cheap())
                    .number(point.expensive())
                    .number(point.tooExpensive());
        }
        curves.plot(new Plot(
                Plot.Shape.CURVES,
                words.of("prices.chart"),
                words.of("prices.alt", finding.points().n()),
                0,
                List.of(1, 2, 3, 4),
                Format.SHARE,
                words.of("prices.price") + unit,
                words.of("prices.share")));
        return List.of(points, curves);
    }

    private List<Grid> kano(List<KanoFeature> findings) {
        Grid grid = new Grid(words.of("kano.table"))
                .words(words.of("kano.feature"), words.of("question"), words.of("kano.class"))
                .figures(Format.DECIMAL, words.of("kano.worse"), words.of("kano.better"))
                .figures(Format.COUNT, words.of("n"));
        for (Kano.Feature feature : Kano.Feature.values()) {
            grid.figures(Format.COUNT, words.of("kano." + feature));
        }
        grid.figures(Format.SHARE, words.of("kano.strength"), words.of("kano.total"))
                .words(words.of("remark"));
        boolean weighted = findings.stream().anyMatch(finding -> finding.base().counting() == Counting.BY_WEIGHT);
        if (weighted) {
            for (Kano.Feature feature : Kano.Feature.values()) {
                grid.figures(Format.DECIMAL, words.of("kano.weighted", words.of("kano." + feature)));
            }
            grid.figures(Format.DECIMAL, words.of("base.weighted"), words.of("base.effective"))
                    .note(words.of("base.by-weight.short"));
        }
        for (KanoFeature finding : findings) {
            Grid.Row row = grid.row(finding.feature().replace('_', ' '))
                    .text(finding.functional().label());
            finding.kano()
                    .cases(
                            kano -> weighted ? weights(fill(row, kano), kano, finding.base()) : fill(row, kano),
                            undefined -> {
                                row.text("–");
                                grid.warning(words.lacking(undefined));
                                return row;
                            });
        }
        return List.of(grid.note(words.of("kano.fong"))
                .note(words.of("kano.quarters"))
                .plot(new Plot(
                        Plot.Shape.QUARTERS,
                        words.of("kano.map"),
                        words.of("kano.map.alt", findings.size()),
                        0,
                        List.of(3, 4),
                        Format.DECIMAL,
                        words.of("kano.worse"),
                        words.of("kano.better"))));
    }

    private Grid.Row fill(Grid.Row row, Kano kano) {
        row.text(kano.classes().stream()
                        .map(feature -> words.of("kano." + feature))
                        .collect(Collectors.joining(" / ")))
                .number(kano.worse())
                .number(kano.better())
                .number(kano.n());
        for (Kano.Feature feature : Kano.Feature.values()) {
            row.number(kano.counts().getOrDefault(feature, 0L));
        }
        List<String> remarks = new ArrayList<>();
        if (!kano.fongHolds()) {
            remarks.add(words.of("kano.unclear"));
        }
        if (kano.nEffective() < io.earshot.finding.Period.SMALL_BASE) {
            remarks.add(words.of("smallBase"));
        }
        return row.number(kano.categoryStrength()).number(kano.totalStrength()).text(String.join("; ", remarks));
    }

    private static Grid.Row weights(Grid.Row row, Kano kano, Base base) {
        for (Kano.Feature feature : Kano.Feature.values()) {
            row.number(kano.weighted().getOrDefault(feature, 0.0));
        }
        return row.number(base.weighted()).number(base.nEffective());
    }

    private Grid choices(BestWorstItems finding) {
        Grid grid = new Grid(finding.label())
                .words(words.of("item"))
                .figures(Format.SHARE, words.of("maxDiff.share"))
                .figures(Format.COEFFICIENT, words.of("maxDiff.utility"), words.of("maxDiff.error"))
                .figures(Format.COUNT, words.of("maxDiff.shown"), words.of("maxDiff.best"), words.of("maxDiff.worst"))
                .figures(Format.COEFFICIENT, words.of("maxDiff.score"));
        Optional<BestWorst> found = finding.bestWorst().toOptional();
        if (found.isEmpty()) {
            return grid.warning(words, finding.bestWorst());
        }
        BestWorst choices = found.get();
        Optional<BestWorst.Fit> fit = choices.fit().toOptional();
        IntStream.range(0, finding.items().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -choices.items().get(i).score().toOptional().orElse(-2.0)))
                .forEach(i -> {
                    Grid.Row row = grid.row(finding.items().get(i).label());
                    if (fit.isPresent()) {
                        BestWorst.Utility utility = fit.get().utilities().get(i);
                        row.number(utility.share()).number(utility.utility()).number(utility.standardError());
                    } else {
                        row.blank().blank().blank();
                    }
                    BestWorst.Item item = choices.items().get(i);
                    row.number(item.shown())
                            .number(item.best())
                            .number(item.worst())
                            .number(item.score());
                });
        grid.base(words, finding.base())
                .warning(words, choices.fit())
                .note(words.of("maxDiff.base", choices.tasks(), choices.excluded()))
                .note(words.of("maxDiff.against", finding.items().get(0).label()));
        return grid.plot(
                fit.isPresent()
                        ? Plot.bars(
                                words.of("maxDiff.chart"),
                                words.of("maxDiff.alt", finding.items().size()),
                                1,
                                Format.SHARE)
                        : Plot.bars(
                                words.of("maxDiff.score"),
                                words.of("maxDiff.alt", finding.items().size()),
                                7,
                                Format.COEFFICIENT));
    }

    private Grid ranks(RankedOptions finding) {
        Grid grid = new Grid(finding.label())
                .words(words.of("ranking.option"))
                .figures(Format.DECIMAL, words.of("ranking.mean"), words.of("low"), words.of("high"))
                .figures(Format.COUNT, words.of("ranking.ranked"), words.of("ranking.first"))
                .figures(Format.SHARE, words.of("ranking.share"), words.of("low"), words.of("high"));
        finding.options().stream()
                .sorted(Comparator.comparingLong(RankedOptions.Option::first).reversed())
                .forEach(option -> grid.row(option.label())
                        .number(option.ranks().map(Descriptives::mean))
                        .number(option.ranks()
                                .flatMap(Descriptives::meanInterval)
                                .map(Interval::low))
                        .number(option.ranks()
                                .flatMap(Descriptives::meanInterval)
                                .map(Interval::high))
                        .number(option.ranked())
                        .number(option.first())
                        .interval(option.share()));
        finding.friedman()
                .cases(
                        test -> grid.note(words.of(
                                "ranking.friedman",
                                words.number(test.chiSquare(), 2),
                                test.degreesOfFreedom(),
                                words.p(test.p()),
                                words.number(test.kendallW(), 3))),
                        undefined -> grid.note(
                                undefined.reason() == Reason.NO_WEIGHTED_METHOD
                                        ? words.of("ranking.unweighted")
                                        : words.of("ranking.places", finding.places())));
        return grid.note(words.of("ranking.base", finding.base().n()))
                .base(words, finding.base())
                .plot(Plot.bars(
                        words.of("ranking.chart", finding.label()),
                        words.of("ranking.alt", finding.options().size()),
                        6,
                        Format.SHARE));
    }
}
