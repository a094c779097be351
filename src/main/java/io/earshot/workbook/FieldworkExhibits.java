package io.earshot.workbook;

import io.earshot.finding.Basis;
import io.earshot.finding.CodedTexts;
import io.earshot.finding.DataQuality;
import io.earshot.finding.LeftOut;
import io.earshot.finding.NotPooled;
import io.earshot.finding.ResponseFunnel;
import io.earshot.finding.Results;
import io.earshot.statistics.Interval;
import io.earshot.statistics.quality.ResponseRates;
import io.earshot.statistics.quality.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the answers came about: the way from prompt to answer, the quality of answers, and what the report lacks. */
final class FieldworkExhibits {
    private final Results results;
    private final Words words;

    FieldworkExhibits(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    private String note() {
        return results.of(Basis.class)
                .flatMap(basis -> basis.careless().stream())
                .findFirst()
                .map(careless -> words.of("quality.note.leftOut", CoverSheet.careless(words, careless)))
                .orElseGet(() -> words.of("quality.note"));
    }

    void addTo(List<Exhibit> exhibits) {
        results.of(ResponseFunnel.class)
                .findFirst()
                .ifPresent(finding -> exhibits.add(new Exhibit("rates", words.of("rates.note"), rates(finding))));
        List<Grid> coded = results.of(CodedTexts.class).map(this::coded).toList();
        if (!coded.isEmpty()) {
            exhibits.add(new Exhibit("codedAnswers", words.of("codedAnswers.note"), coded));
        }
        results.of(DataQuality.class)
                .findFirst()
                .ifPresent(finding -> exhibits.add(new Exhibit("quality", note(), quality(finding))));
        List<Grid> notPooled = results.of(NotPooled.class).map(this::notPooled).toList();
        if (!notPooled.isEmpty()) {
            exhibits.add(new Exhibit("notPooled", words.of("notPooled.note"), notPooled));
        }
        List<LeftOut> leftOut = results.of(LeftOut.class).toList();
        if (!leftOut.isEmpty()) {
            exhibits.add(new Exhibit("leftOut", words.of("leftOut.note"), List.of(leftOut(leftOut))));
        }
    }

    private List<Grid> rates(ResponseFunnel finding) {
        Grid funnel = new Grid(words.of("rates.funnel"))
                .words(words.of("rates.step"))
                .figures(Format.COUNT, words.of("count"))
                .figures(Format.SHARE, words.of("rates.before"), words.of("low"), words.of("high"));
        funnel.row(words.of("rates.eligible"))
                .number(finding.total().eligible())
                .blank()
                .blank()
                .blank();
        for (ResponseFunnel.Step step : finding.steps()) {
            funnel.row(words.of("rates." + step.name())).number(step.count()).interval(step.share());
        }
        funnel.row(words.of("rates.partial"))
                .number(finding.total().partial())
                .blank()
                .blank()
                .blank()
                .undrawn();
        funnel.row(words.of("rates.dismissed"))
                .number(finding.total().dismissed())
                .blank()
                .blank()
                .blank()
                .undrawn();
        funnel.note(words.of("rates.unprompted", finding.unprompted()));
        if (finding.days().isEmpty()) {
            // That the base is small too goes without saying.
            return List.of(funnel.warning(words.of("rates.none")));
        }
        funnel.base(words, finding.base())
                .plot(Plot.bars(words.of("rates.funnel"), words.of("rates.alt"), 1, Format.COUNT));
        return List.of(funnel, aapor(finding), days(finding));
    }

    private Grid aapor(ResponseFunnel finding) {
        // What each is stands below: a column of such words would be one of days further down.
        Grid grid = new Grid(words.of("rates.aapor"))
                .words(words.of("rates.rate"))
                .figures(Format.SHARE, words.of("value"));
        ResponseRates rates = finding.rates();
        rate(grid, "rr5", rates.response(), 5);
        rate(grid, "rr6", rates.response(), 6);
        rate(grid, "coop1", rates.cooperation(), 1);
        rate(grid, "coop2", rates.cooperation(), 2);
        rate(grid, "ref3", rates.refusal(), 3);
        rate(grid, "con3", rates.contact(), 3);
        return grid.note(words.of("rates.aapor.note"));
    }

    private void rate(Grid grid, String key, ResponseRates.Rates rates, int number) {
        grid.row(words.of("rates." + key)).number(rates.number(number));
        grid.note(words.of("rates." + key) + " = " + words.of("rates." + key + ".words"));
    }

    private Grid days(ResponseFunnel finding) {
        Grid grid = new Grid(words.of("rates.days"))
                .words(words.of("period.day"))
                .figures(
                        Format.COUNT,
                        words.of("rates.eligible"),
                        words.of("rates.granted"),
                        words.of("rates.seen"),
                        words.of("rates.dismissed"),
                        words.of("rates.started"),
                        words.of("rates.partial"),
                        words.of("rates.complete"));
        for (ResponseFunnel.Day day : finding.days()) {
            ResponseFunnel.Counts counts = day.counts();
            grid.row(day.day().toString())
                    .number(counts.eligible())
                    .number(counts.granted())
                    .number(counts.seen())
                    .number(counts.dismissed())
                    .number(counts.started())
                    .number(counts.partial())
                    .number(counts.complete());
        }
        return grid.note(words.of("trend.zone", finding.zone().getId()))
                .plot(new Plot(
                        Plot.Shape.TREND,
                        words.of("rates.days"),
                        words.of("rates.days.alt", finding.days().size()),
                        0,
                        List.of(3, 5, 7),
                        Format.COUNT,
                        "",
                        words.of("count")));
    }

    private List<Grid> quality(DataQuality finding) {
        List<Grid> grids = new ArrayList<>();
        Grid signs = new Grid(words.of("quality.signs"))
                .words(words.of("quality.sign"))
                .figures(Format.COUNT, words.of("quality.responses"))
                .figures(Format.DECIMAL, words.of("quality.seconds"));
        signs.row(words.of("quality.all")).number(finding.responses()).blank();
        Optional<Speed> speed = finding.speed().toOptional();
        speed.ifPresent(found -> {
            signs.row(words.of("quality.timed")).number(found.n()).number(found.median());
            signs.row(words.of("quality.third")).number(found.belowThird()).number(found.median() / 3);
            signs.row(words.of("quality.half")).number(found.belowHalf()).number(found.median() / 2);
            signs.row(words.of("quality.outliers")).number(found.outliers()).blank();
        });
        signs.row(words.of("quality.flagged")).number(finding.flagged()).blank();
        if (speed.isEmpty()) {
            signs.warning(words.of("quality.untimed"));
        }
        grids.add(signs.note(words.of("quality.rule")).base(words, finding.base()));
        if (!finding.robustness().isEmpty()) {
            grids.add(robustness(finding));
        }
        if (!finding.scales().isEmpty()) {
            grids.add(scales(finding));
        }
        grids.add(items(finding));
        return grids;
    }

    private Grid robustness(DataQuality finding) {
        Grid grid = new Grid(words.of("quality.robustness"))
                .words(words.of("question"), words.of("measure"))
                .figures(Format.DECIMAL, words.of("quality.with"), words.of("low"), words.of("high"))
                .figures(Format.DECIMAL, words.of("quality.without"), words.of("low"), words.of("high"));
        for (DataQuality.Robustness result : finding.robustness()) {
            grid.row(result.subject().full())
                    .text(words.of(result.measure().equals("nps") ? "trend.score" : "mean"))
                    .interval(result.all())
                    .interval(result.without());
            if (result.all().isDefined()) {
                grid.warning(words, result.without());
            }
        }
        return grid;
    }

    private Grid scales(DataQuality finding) {
        Grid grid = new Grid(words.of("quality.scales"))
                .words(words.of("scale"), words.of("question"))
                .figures(
                        Format.COUNT,
                        words.of("items"),
                        words.of("quality.answered"),
                        words.of("quality.complete"),
                        words.of("quality.straight"),
                        words.of("quality.duplicates"),
                        words.of("quality.outlying"));
        for (DataQuality.ScaleSigns scale : finding.scales()) {
            grid.row(scale.scale())
                    .text(scale.label())
                    .number(scale.items())
                    .number(scale.n())
                    .number(scale.complete())
                    .number(scale.straight())
                    .number(scale.duplicates())
                    .number(scale.outlying());
        }
        return grid.note(words.of("quality.scales.note"));
    }

    private Grid items(DataQuality finding) {
        Grid grid = new Grid(words.of("quality.items"))
                .words(words.of("variable"), words.of("question"))
                .figures(Format.COUNT, words.of("quality.asked"), words.of("missing"))
                .figures(Format.SHARE, words.of("quality.missing"), words.of("low"), words.of("high"));
        for (DataQuality.ItemMissing item : finding.items()) {
            grid.row(item.subject().variable())
                    .text(item.subject().label())
                    .number(item.asked())
                    .number(item.missing())
                    .number(item.share().map(Interval::estimate))
                    .number(item.share().map(Interval::low))
                    .number(item.share().map(Interval::high));
        }
        return grid.note(words.of("quality.items.note"));
    }

    private Grid coded(CodedTexts finding) {
        Grid grid = new Grid(finding.subject().label())
                .words(words.of("answer"), words.of("code"))
                .figures(Format.COUNT, words.of("count"))
                .figures(Format.SHARE, words.of("codedAnswers.share"), words.of("low"), words.of("high"));
        finding.frequencies().rows().forEach(row -> grid.row(finding.subject().label(row.code()))
                .text(row.code())
                .number(row.count())
                .interval(row.share()));
        return grid.base(words, finding.base())
                .note(words.of("codedAnswers.base", finding.base().n(), finding.uncoded()))
                .note(
                        finding.by().isEmpty()
                                ? words.of("codedAnswers.byWords")
                                : words.of("codedAnswers.byVariable", finding.by()))
                .plot(Plot.bars(
                        finding.subject().label(),
                        words.of("codedAnswers.alt", finding.subject().label()),
                        3,
                        Format.SHARE));
    }

    private Grid notPooled(NotPooled finding) {
        Grid grid = new Grid(words.of("notPooled"))
                .words(words.of("variable"), words.of("notPooled.version"), words.of("notPooled.changes"));
        for (NotPooled.Variable variable : finding.variables()) {
            grid.row(variable.variable())
                    .text("v" + variable.version())
                    .text(variable.changes().stream()
                            .map(change -> words.of("change." + change))
                            .collect(Collectors.joining("; ")));
        }
        return grid;
    }

    private Grid leftOut(List<LeftOut> findings) {
        Grid grid = new Grid(words.of("leftOut")).words(words.of("leftOut.section"), words.of("leftOut.because"));
        findings.forEach(finding ->
                grid.row(words.of("section." + finding.section())).text(words.of("leftOut." + finding.section())));
        return grid;
    }
}
