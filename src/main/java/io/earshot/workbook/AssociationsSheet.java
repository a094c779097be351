package io.earshot.workbook;

import io.earshot.finding.BannerTable;
import io.earshot.finding.BannerTable.Association;
import io.earshot.finding.BannerTable.Block;
import io.earshot.finding.Results;
import io.earshot.statistics.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** The relation of every question with every block of the banner. */
final class AssociationsSheet implements Sheet {
    private final Results results;
    private final Words words;

    AssociationsSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("associations");
    }

    @Override
    public String shows() {
        return words.of("associations.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {13, 46, 26, isNested() ? 14 : 8, 24, 9, 7, 12, 8, 12, 34};
    }

    private boolean isNested() {
        return results.of(BannerTable.class)
                .flatMap(table -> table.blocks().stream())
                .anyMatch(block -> !block.within().isEmpty());
    }

    @Override
    public void draw(Page page) {
        page.scaled();
        page.title(name(), words.of("associations.note"));
        int head = page.next();
        page.line(30)
                .heads(
                        words.of("variable"),
                        words.of("question"),
                        words.of("tidy.block"),
                        words.of("tidy.within"),
                        words.of("associations.test"))
                .numberHeads(
                        words.of("tests.statistic"),
                        words.of("associations.df1"),
                        words.of("associations.df2"),
                        words.of("tests.p"),
                        words.of("banner.v"))
                .heads(words.of("associations.remark"));
        page.freezeHere(1);
        results.of(BannerTable.class).forEach(table -> table.blocks().forEach(block -> row(page, table, block)));
        page.sheet().setAutoFilter(new CellRangeAddress(head, Math.max(head, page.next() - 1), 0, widths().length - 1));
    }

    private void row(Page page, BannerTable table, Block block) {
        String title = table.wave() ? words.of("wave") : block.title();
        String remark = block.association().cases(this::remark, this::remark);
        Line cells = page.line()
                .words(Look.DATA_WORDS, table.subject().variable())
                .words(Look.DATA_WORDS, Lines.title(table.subject()))
                .words(Look.DATA_WORDS, title)
                .words(Look.DATA_WORDS, block.within());
        block.association()
                .cases(test -> test(cells, test), undefined -> cells.text(Look.DATA_WORDS, "–")
                        .fill(Look.DATA, 10))
                .words(Look.DATA_WORDS, remark);
    }

    private String remark(Association test) {
        List<String> remarks = new ArrayList<>();
        if (test.small()) {
            remarks.add(words.of("associations.small"));
        }
        if (test.leftOut() > 0) {
            remarks.add(words.of("associations.leftOut", test.leftOut()));
        }
        return String.join("; ", remarks);
    }

    private String remark(Outcome.Undefined<Association> undefined) {
        String key = "associations.reason." + undefined.reason().name();
        return words.has(key) ? words.of(key) : words.because(undefined);
    }

    private Line test(Line cells, Association test) {
        cells.text(Look.DATA_WORDS, words.of("associations." + test.test()))
                .number(Look.DATA, Format.DECIMAL, test.statistic())
                .number(Look.DATA, test.denominator().isPresent() ? Format.DECIMAL : Format.COUNT, test.df());
        if (test.denominator().isPresent()) {
            cells.number(Look.DATA, Format.DECIMAL, test.denominator().getAsDouble());
        } else {
            cells.blank(Look.DATA);
        }
        return cells.number(Look.DATA, Format.P_VALUE, test.p()).number(Look.DATA, Format.COEFFICIENT, test.cramersV());
    }
}
