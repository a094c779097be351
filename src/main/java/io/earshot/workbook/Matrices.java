package io.earshot.workbook;

import io.earshot.finding.Estimate;
import io.earshot.finding.LineKind;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import io.earshot.finding.Topline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions with rows on one scale, a table each: a row per row, the points of the scale side by side and stacked. */
final class Matrices {
    private static final int FIRST_POINT = 2;

    private final Words words;
    private final List<List<Topline>> matrices;
    private final Set<String> variables;
    private final double confidence;

    Matrices(Results results, Words words) {
        this.words = words;
        this.confidence = results.about().confidence();
        Map<String, List<Topline>> byQuestion = new LinkedHashMap<>();
        results.of(Topline.class)
                .filter(finding -> !finding.subject().stem().isEmpty()
                        && !finding.subject().multiple())
                .filter(finding -> answers(finding).size() > 1)
                .forEach(finding -> byQuestion
                        .computeIfAbsent(finding.subject().question(), unused -> new ArrayList<>())
                        .add(finding));
        this.matrices = byQuestion.values().stream()
                .filter(rows -> rows.size() > 1)
                .filter(rows -> rows.stream()
                                .map(row -> row.subject().codes())
                                .distinct()
                                .count()
                        == 1)
                .toList();
        this.variables = matrices.stream()
                .flatMap(List::stream)
                .map(row -> row.subject().variable())
                .collect(Collectors.toSet());
    }

    /** Whether a question is a row of one of them. */
    boolean hold(Topline finding) {
        return variables.contains(finding.subject().variable());
    }

    Optional<Exhibit> exhibit() {
        return matrices.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exhibit(
                        "matrices",
                        words.of(
                                matrices.get(0).get(0).weighted() ? "matrices.note.weighted" : "matrices.note",
                                confidence),
                        matrices.stream().map(this::grid).toList()));
    }

    private Grid grid(List<Topline> rows) {
        Topline first = rows.get(0);
        List<String> points = first.subject().codes().stream()
                .map(code -> code.label().isEmpty() ? code.code() : code.label())
                .toList();
        List<LineKind> measures = rows.stream()
                .flatMap(row -> row.measures().stream())
                .map(Topline.Measured::kind)
                .filter(kind -> kind == LineKind.MEAN || kind == LineKind.DEVIATION)
                .distinct()
                .sorted()
                .toList();
        List<String> nets = first.lines().stream()
                .filter(line -> line.kind() == LineKind.NET)
                .map(Topline.Line::code)
                .toList();
        Grid grid = new Grid(first.subject().stem())
                .words(words.of("item"))
                .figures(Format.COUNT, words.of("matrices.base"))
                .figures(Format.SHARE, points.toArray(String[]::new))
                .figures(
                        Format.SHARE,
                        nets.stream().map(net -> words.of("matrices." + net)).toArray(String[]::new))
                .figures(Format.DECIMAL, measures.stream().map(this::measure).toArray(String[]::new));
        rows.forEach(row -> row(grid, row, nets, measures));
        return grid.plot(new Plot(
                Plot.Shape.STACKED,
                first.subject().stem(),
                words.of("matrices.alt", first.subject().stem(), rows.size(), points.size(), words.of("matrices")),
                0,
                IntStream.range(FIRST_POINT, FIRST_POINT + points.size())
                        .boxed()
                        .toList(),
                Format.SHARE,
                "",
                ""));
    }

    private String measure(LineKind kind) {
        return kind == LineKind.DEVIATION ? words.of("sd") : Lines.label(words, kind, "", "");
    }

    private void row(Grid grid, Topline finding, List<String> nets, List<LineKind> measures) {
        Grid.Row row = grid.row(finding.subject().label()).number(finding.n());
        for (Subject.Code code : finding.subject().codes()) {
            row.number(share(finding, LineKind.ANSWER, code.code()));
        }
        nets.forEach(net -> row.number(share(finding, LineKind.NET, net)));
        for (LineKind kind : measures) {
            row.number(finding.measures().stream()
                    .filter(measured -> measured.kind() == kind)
                    .flatMap(measured -> measured.value().toOptional().stream())
                    .mapToDouble(Estimate::value)
                    .findFirst());
        }
    }

    private static OptionalDouble share(Topline finding, LineKind kind, String code) {
        return finding.lines().stream()
                .filter(line -> line.kind() == kind && line.code().equals(code))
                .flatMap(line -> line.share().toOptional().stream())
                .mapToDouble(Estimate::value)
                .findFirst();
    }

    private static List<Topline.Line> answers(Topline finding) {
        return finding.lines().stream()
                .filter(line -> line.kind() == LineKind.ANSWER)
                .toList();
    }
}
