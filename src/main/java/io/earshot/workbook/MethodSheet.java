package io.earshot.workbook;

import io.earshot.finding.CrossTable;
import io.earshot.finding.Finding;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.ModuleFinding;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.OpenAnswers;
import io.earshot.finding.PromoterScore;
import io.earshot.finding.Results;
import io.earshot.finding.ScaleReliability;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        double height = Math.max(page.height(inWords, 58), Math.max(page.height(inR, 36), page.height(source, 32)));
        page.line(height + 6)
                .text(Look.TERM, words.of(key))
                .text(Look.PROSE, inWords)
                .text(Look.CODE, inR)
                .text(Look.NOTE, source);
    }

    private static final class Used implements Finding.Cases<List<String>> {
        @Override
        public List<String> frequencies(FrequencyTable finding) {
            return finding.scores().isPresent() ? List.of("wilson", "mean") : List.of("wilson");
        }

        @Override
        public List<String> numbers(NumberSummary finding) {
            return List.of("mean", "quartiles");
        }

        @Override
        public List<String> openAnswers(OpenAnswers finding) {
            return List.of();
        }

        @Override
        public List<String> promoterScore(PromoterScore finding) {
            return List.of("nps", "npsAdjusted");
        }

        @Override
        public List<String> crosstab(CrossTable finding) {
            return List.of("chiSquare", "cramersV");
        }

        @Override
        public List<String> reliability(ScaleReliability finding) {
            return List.of("alpha", "itemRest", "alphaIfDropped");
        }

        @Override
        public List<String> module(ModuleFinding finding) {
            return finding.modules(new ModuleMethods());
        }
    }
}
