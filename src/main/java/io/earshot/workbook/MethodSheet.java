package io.earshot.workbook;

import io.earshot.finding.BannerTable;
import io.earshot.finding.Base;
import io.earshot.finding.Basis;
import io.earshot.finding.Comparisons;
import io.earshot.finding.Counting;
import io.earshot.finding.CrossTable;
import io.earshot.finding.Finding;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.LineKind;
import io.earshot.finding.ModuleFinding;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.OpenAnswers;
import io.earshot.finding.PromoterScore;
import io.earshot.finding.Results;
import io.earshot.finding.ScaleReliability;
import io.earshot.finding.Topline;
import io.earshot.finding.Weighting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How each statistic of the workbook is defined, and which R call gives the same number. */
final class MethodSheet implements Sheet {
    private final Results results;
    private final Words words;

    MethodSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("method");
    }

    @Override
    public String shows() {
        return words.of("method.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {24, 60, 42, 32};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("method.note"));
        page.line(24).heads(words.of("statistic"), words.of("inWords"), words.of("inR"), words.of("source"));
        page.freezeHere(1);
        Set<String> used = new LinkedHashSet<>();
        for (Finding finding : results.findings()) {
            used.addAll(finding.cases(new Used()));
        }
        used.add("missing");
        used.add("rounding");
        used.forEach(statistic -> row(page, statistic));
    }

    private void row(Page page, String statistic) {
        String key = "method." + statistic;
        String inWords = words.of(key + ".words", results.about().confidence());
        String inR = words.of(key + ".r");
        String source = words.of(key + ".source");
        double height = Math.max(Page.height(inWords, 58), Math.max(Page.height(inR, 30), Page.height(source, 32)));
        page.line(height + 6)
                .text(Look.TERM, words.of(key))
                .text(Look.PROSE, inWords)
                .text(Look.CODE, inR)
                .text(Look.NOTE, source);
    }

    static boolean isWeighted(Base base) {
        return base.counting() == Counting.BY_WEIGHT;
    }

    private static final class Used implements Finding.Cases<List<String>> {
        @Override
        public List<String> frequencies(FrequencyTable finding) {
            String share = isWeighted(finding.base()) ? "wilsonWeighted" : "wilson";
            return finding.scores().isPresent()
                    ? List.of(share, isWeighted(finding.base()) ? "meanWeighted" : "mean")
                    : List.of(share);
        }

        @Override
        public List<String> numbers(NumberSummary finding) {
            return isWeighted(finding.base())
                    ? List.of("meanWeighted", "quartilesWeighted")
                    : List.of("mean", "quartiles");
        }

        @Override
        public List<String> openAnswers(OpenAnswers finding) {
            return List.of();
        }

        @Override
        public List<String> promoterScore(PromoterScore finding) {
            return isWeighted(finding.base())
                    ? List.of("npsWeighted", "npsScore", "npsAdjustedWeighted")
                    : List.of("nps", "npsScore", "npsAdjusted");
        }

        @Override
        public List<String> crosstab(CrossTable finding) {
            return finding.weighted().isPresent() ? List.of("raoScott") : List.of("chiSquare", "cramersV");
        }

        @Override
        public List<String> reliability(ScaleReliability finding) {
            return List.of(isWeighted(finding.base()) ? "alphaWeighted" : "alpha", "itemRest", "alphaIfDropped");
        }

        @Override
        public List<String> module(ModuleFinding finding) {
            return finding.modules(new ModuleMethods());
        }

        @Override
        public List<String> basis(Basis finding) {
            return List.of();
        }

        @Override
        public List<String> topline(Topline finding) {
            List<String> used = new ArrayList<>();
            if (finding.weighted()) {
                used.add("wilsonWeighted");
            } else if (!finding.lines().isEmpty()) {
                used.add("wilson");
            }
            for (Topline.Measured measured : finding.measures()) {
                if (measured.kind() == LineKind.MEAN) {
                    used.add(finding.weighted() ? "meanWeighted" : "mean");
                } else if (measured.kind() == LineKind.MEDIAN) {
                    used.add(finding.weighted() ? "medianWeighted" : "medianInterval");
                } else if (measured.kind() == LineKind.SCORE) {
                    used.add(finding.weighted() ? "npsWeighted" : "nps");
                    used.add("npsScore");
                }
            }
            return used;
        }

        @Override
        public List<String> bannerTable(BannerTable finding) {
            List<String> used = new ArrayList<>(List.of(finding.weighted() ? "wilsonWeighted" : "wilson", "letters"));
            used.add(finding.weighted() ? "raoScott" : "chiSquare");
            if (!finding.weighted()) {
                used.add("cramersV");
            }
            return used;
        }

        @Override
        public List<String> comparisons(Comparisons finding) {
            return Stream.concat(
                            finding.pairs().stream()
                                    .map(Comparisons.Pair::test)
                                    .distinct()
                                    .sorted()
                                    .map(Enum::name),
                            Stream.of("adjustment", "cohen"))
                    .toList();
        }

        @Override
        public List<String> weighting(Weighting finding) {
            return finding.method().equals("raking")
                    ? List.of(finding.cap().isPresent() ? "rakingCapped" : "raking", "deff")
                    : List.of("deff");
        }
    }
}
