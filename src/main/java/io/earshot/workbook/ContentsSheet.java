package io.earshot.workbook;

import io.earshot.finding.BannerTable;
import io.earshot.finding.Finding;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import io.earshot.finding.Topline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every question with links to its tables; drawn when it is known where they stand. */
final class ContentsSheet implements Sheet {
    private static final int VARIABLE = 24;
    private static final int QUESTION = 80;

    private final Results results;
    private final Map<Sheet, Map<String, Integer>> tables;
    private final Words words;

    /** @param tables sheets and the rows at which their questions begin, by variable; filled when those sheets are drawn */
    ContentsSheet(Results results, Map<Sheet, Map<String, Integer>> tables, Words words) {
        this.results = results;
        this.tables = new LinkedHashMap<>(tables);
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("contents");
    }

    @Override
    public String shows() {
        return words.of("contents.shows");
    }

    @Override
    public int[] widths() {
        int[] widths = new int[2 + tables.size()];
        Arrays.fill(widths, 16);
        widths[0] = VARIABLE;
        widths[1] = QUESTION;
        return widths;
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("contents.note"));
        Line head = page.line(20).heads(words.of("variable"), words.of("contents.question"));
        tables.keySet().forEach(sheet -> head.heads(sheet.name()));
        page.freezeHere(0);
        for (Subject subject : subjects()) {
            String title = Lines.title(subject);
            Line line = page.line(Math.max(Page.height(title, QUESTION), Page.height(subject.variable(), VARIABLE)))
                    .text(Look.MUTED, subject.variable())
                    .text(Look.BODY, title);
            tables.forEach((sheet, rows) -> {
                Integer row = rows.get(subject.variable());
                if (row == null) {
                    line.blank(Look.BODY);
                } else {
                    line.link(sheet.name(), sheet.name(), row);
                }
            });
        }
    }

    private List<Subject> subjects() {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (Finding finding : results.findings()) {
            if (finding instanceof Topline topline) {
                subjects.putIfAbsent(topline.subject().variable(), topline.subject());
            } else if (finding instanceof BannerTable table) {
                subjects.putIfAbsent(table.subject().variable(), table.subject());
            }
        }
        return new ArrayList<>(subjects.values());
    }
}
