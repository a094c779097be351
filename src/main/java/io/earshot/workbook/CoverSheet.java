package io.earshot.workbook;

import io.earshot.finding.About;
import io.earshot.finding.BannerTable;
import io.earshot.finding.Basis;
import io.earshot.finding.Results;
import io.earshot.finding.Weighting;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;

/** What the workbook is, what its numbers rest on, and what is where. */
final class CoverSheet implements Sheet {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Results results;
    private final List<Sheet> sheets;
    private final Map<String, String> dataSheets;
    private final Words words;

    CoverSheet(Results results, List<Sheet> sheets, Map<String, String> dataSheets, Words words) {
        this.results = results;
        this.sheets = sheets;
        this.dataSheets = dataSheets;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("cover");
    }

    @Override
    public String shows() {
        return "";
    }

    @Override
    public int[] widths() {
        return new int[] {26, 12, 84};
    }

    @Override
    public void draw(Page page) {
        About about = results.about();
        page.line(44).text(Look.TITLE, about.title());
        page.scaled();
        page.paragraph(Look.SUBTITLE, words.of("cover.subtitle", about.questionnaire(), about.version(), about.n()));
        page.gap();
        facts(page, about);
        page.gap();
        page.section(words.of("cover.reading"));
        for (String key : List.of("cover.shares", "cover.intervals", "cover.missing", "cover.tests", "cover.data")) {
            boolean left = key.equals("cover.data") && dataSheets.isEmpty();
            page.paragraph(Look.BODY, words.of(left ? "cover.noData" : key, about.confidence()));
        }
        page.gap();
        int contents = page.next();
        page.section(words.of("cover.contents"));
        for (Sheet sheet : sheets) {
            content(page, sheet.name(), sheet.shows());
        }
        dataSheets.forEach((sheet, shows) -> content(page, sheet, shows));
        page.keepFrom(contents);
    }

    private static void content(Page page, String sheet, String shows) {
        int row = page.next();
        page.line().link(sheet, sheet).text(Look.BODY, shows);
        page.span(row, 1, 2);
    }

    private void facts(Page page, About about) {
        page.section(words.of("cover.basis"));
        int row = page.next();
        page.line()
                .text(Look.MUTED, words.of("cover.responses"))
                .number(Look.BODY_LEFT, Format.COUNT, about.n())
                .text(Look.MUTED, words.of("cover.responses.of", about.complete(), about.partial()));
        name(page, "responses", row);
        if (about.otherVersions() > 0) {
            fact(page, "cover.leftOut", words.of("cover.otherVersions", about.otherVersions()));
        }
        fact(page, "cover.field", field(about));
        fact(page, "cover.zone", about.timeZone().getId());
        fact(
                page,
                "cover.filter",
                words.of("cover.filter." + about.statuses().stream().sorted().collect(Collectors.joining("."))));
        Optional<Basis> basis = results.of(Basis.class).findFirst();
        basis.filter(of -> !of.filter().isEmpty())
                .ifPresent(of -> fact(
                        page,
                        "cover.condition",
                        words.of(
                                "cover.filter.condition",
                                new FilterWords(results, words).of(of.filter()),
                                of.filteredOut(),
                                of.read())));
        basis.filter(of -> of.versions().size() > 1)
                .ifPresent(of -> fact(
                        page,
                        "cover.versions",
                        of.versions().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        basis.flatMap(Basis::careless).ifPresent(of -> fact(page, "cover.careless", careless(words, of)));
        basis.filter(of -> of.smallest() > 1)
                .ifPresent(of -> fact(page, "cover.smallest", words.of("cover.smallest.rule", of.smallest())));
        fact(page, "cover.weights", weights());
        basis.filter(of -> results.of(BannerTable.class).findAny().isPresent())
                .ifPresent(of -> fact(
                        page,
                        "cover.comparisons",
                        words.of(
                                        "cover.comparisons.rule",
                                        about.confidence(),
                                        words.of("correction."
                                                + of.adjustment().name().toLowerCase(Locale.ROOT)),
                                        of.minimumBase())
                                + (of.shownFrom() > 0
                                        ? words.of("cover.comparisons.suppressed", of.shownFrom())
                                        : "")));
        int confidence = page.next();
        page.line()
                .text(Look.MUTED, words.of("cover.confidence"))
                .number(Look.BODY_LEFT, Format.PERCENT, about.confidence());
        name(page, "confidence", confidence);
        fact(page, "cover.made", minute(about.madeAt(), about.timeZone()));
        fact(page, "cover.definition", words.of("cover.definition.hash", about.definition(), about.definitionHash()));
        fact(page, "cover.questionnaire", about.questionnaireId().toString());
        fact(page, "cover.software", about.software());
    }

    static String careless(Words words, Basis.Careless careless) {
        String signs = careless.signs().stream()
                .map(sign -> words.of("flag." + sign.flag(), sign.count()))
                .collect(Collectors.joining(", "));
        return words.of("cover.careless.said", careless.leftOut(), signs, careless.unjudged());
    }

    private String weights() {
        return results.of(Weighting.class)
                .findFirst()
                .map(of -> words.of(
                        "cover.weights." + of.method(),
                        of.method().equals("raking")
                                ? of.targets().stream()
                                        .map(Weighting.Target::question)
                                        .distinct()
                                        .collect(Collectors.joining(" · "))
                                : of.source(),
                        of.diagnostics().deff(),
                        of.diagnostics().nEffective()))
                .orElseGet(() -> words.of("cover.weights.none"));
    }

    private void fact(Page page, String key, String value) {
        int row = page.next();
        page.line(Page.height(value, page.width(1, 3)))
                .text(Look.MUTED, words.of(key))
                .text(Look.BODY, value);
        page.span(row, 1, 2);
    }

    private static void name(Page page, String name, int row) {
        page.define(name, new CellRangeAddress(row, row, 1, 1));
    }

    private String field(About about) {
        return about.firstSubmitted()
                .flatMap(first -> about.lastSubmitted()
                        .map(last -> words.of(
                                "cover.field.span", minute(first, about.timeZone()), minute(last, about.timeZone()))))
                .orElseGet(() ->
                        words.of(about.complete() + about.partial() == 0 ? "cover.field.none" : "cover.field.unknown"));
    }

    private static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
