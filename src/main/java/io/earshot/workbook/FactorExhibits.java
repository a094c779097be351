package io.earshot.workbook;

import io.earshot.finding.Counting;
import io.earshot.finding.FactorStructure;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import io.earshot.statistics.scale.FactorAnalysis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands behind the items of scales. */
final class FactorExhibits {
    private final Results results;
    private final Words words;

    FactorExhibits(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    void addTo(List<Exhibit> exhibits) {
        List<Grid> grids = results.of(FactorStructure.class).map(this::grid).toList();
        if (!grids.isEmpty()) {
            exhibits.add(new Exhibit("factors", words.of("factors.note"), grids));
        }
    }

    private Grid grid(FactorStructure finding) {
        Grid grid = new Grid(finding.scale().isEmpty() ? words.of("factors.all") : title(finding.scale()))
                .words(words.of("item"), words.of("variable"), words.of("reversed"))
                .figures(Format.COEFFICIENT, words.of("factors.msa"));
        Optional<FactorAnalysis> analysis = finding.analysis().toOptional();
        for (int factor = 1; analysis.isPresent() && factor <= finding.factors(); factor++) {
            grid.figures(Format.COEFFICIENT, words.of("factors.factor", factor));
        }
        if (analysis.isPresent()) {
            grid.figures(Format.COEFFICIENT, words.of("factors.uniqueness"));
        }
        for (int i = 0; i < finding.items().size(); i++) {
            row(grid, finding, analysis, i);
        }
        return notes(grid, finding);
    }

    private void row(Grid grid, FactorStructure finding, Optional<FactorAnalysis> analysis, int item) {
        Subject subject = finding.items().get(item);
        Grid.Row row = grid.row(subject.label())
                .text(subject.variable())
                .text(finding.reversed().contains(subject.variable()) ? words.of("yes") : "")
                .number(finding.factorability().flatMap(found -> found.msa().get(item)));
        analysis.ifPresent(found -> {
            found.loadings().get(item).forEach(row::number);
            row.number(found.uniquenesses().get(item));
        });
    }

    private Grid notes(Grid grid, FactorStructure finding) {
        finding.factorability()
                .toOptional()
                .ifPresent(found -> grid.note(words.of(
                        "factors.factorability",
                        found.kmo().cases(kmo -> words.number(kmo, 3), undefined -> "–"),
                        words.number(found.bartlett(), 2),
                        found.df(),
                        words.p(found.p()))));
        finding.eigenvalues()
                .toOptional()
                .ifPresent(values -> grid.note(words.of(
                        "factors.eigenvalues",
                        IntStream.range(0, Math.min(values.size(), finding.factors() + 2))
                                .mapToObj(i -> words.number(values.get(i), 3))
                                .collect(Collectors.joining("; ")),
                        finding.factors())));
        finding.analysis()
                .toOptional()
                .flatMap(found -> found.test()
                        .toOptional()
                        .map(test -> words.of(
                                "factors.test",
                                finding.factors(),
                                words.number(test.chiSquare(), 2),
                                found.df(),
                                words.p(test.p()))))
                .ifPresent(grid::note);
        finding.omega()
                .toOptional()
                .ifPresent(omega -> grid.note(words.of("factors.omega", words.number(omega.omega(), 3))));
        if (finding.base().counting() == Counting.BY_WEIGHT) {
            grid.note(words.of("base.tests"));
        }
        grid.note(words.of("factors.base", finding.base().n()));
        return grid.base(words, finding.base())
                .warning(words, finding.factorability())
                .warning(words, finding.analysis());
    }

    /** Scales are often asked by one sentence, so it is the name that tells them apart. */
    static String title(String scale) {
        String words = scale.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
