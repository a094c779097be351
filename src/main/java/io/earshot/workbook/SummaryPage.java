package io.earshot.workbook;

import io.earshot.dataset.Watch;
import io.earshot.finding.About;
import io.earshot.finding.Basis;
import io.earshot.finding.Results;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere. Printed, every
 * question stays on one sheet of paper. Computes nothing.
 */
public final class SummaryPage {
    private static final String STYLE =
            """
            :root{--ink:#1b2733;--muted:#5b6672;--accent:#0f6b72;--rule:#c9d3d8;--ground:#edf4f4}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:62rem;padding:2rem 1.25rem 4rem;color:var(--ink);background:#fff;
             font:15px/1.5 system-ui,-apple-system,"Segoe UI",Arial,sans-serif}
            h1{font-size:2rem;line-height:1.15;margin:0 0 .25rem}h2{font-size:1.35rem;margin:2.75rem 0 .1rem;
             padding-top:.6rem;border-top:3px solid var(--accent)}h3{font-size:1.02rem;margin:1.6rem 0 .4rem}
            p{margin:.25rem 0}.muted,.note{color:var(--muted)}.note{font-size:.85rem}
            .warning{color:#9a3412;font-weight:600;font-size:.9rem}
            nav{background:var(--ground);padding:.75rem 1rem;margin:1.5rem 0;border-radius:6px}
            nav a{color:var(--accent);margin-right:1.1rem;white-space:nowrap}
            .wide,figure{overflow-x:auto;background:linear-gradient(to left,#fff 40%,transparent) right/3rem 100% no-repeat local,
             linear-gradient(to left,#1b27334d,transparent) right/.8rem 100% no-repeat scroll}
            .wide tbody th,.wide thead th:first-child{position:sticky;left:0;background:#fff;background-clip:padding-box}
            a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            .skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem}
            table{border-collapse:collapse;font-size:.86rem;width:100%;font-variant-numeric:tabular-nums}
            th,td{padding:.28rem .55rem;border-bottom:1px solid var(--rule);text-align:right;vertical-align:top}
            thead th{border-bottom:2px solid var(--ink);color:var(--muted);font-weight:600;vertical-align:bottom}
            .w{text-align:left}td:not(.w){white-space:nowrap}th.w:first-child{min-width:10rem}tbody th{font-weight:400;text-align:left}
            figure{margin:.5rem 0 .75rem}svg{min-width:34rem;width:100%;height:auto;max-height:26rem;display:block}
            svg text{font:12px system-ui,-apple-system,"Segoe UI",Arial,sans-serif;fill:var(--ink)}
            footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.75rem;color:var(--muted);font-size:.8rem;
             overflow-wrap:anywhere}
            @page{size:A4;margin:14mm}
            @media print{body{max-width:none;padding:0;font-size:10.5pt}nav{display:none}h2{break-after:avoid}
             section>section{break-inside:avoid}section>section.long{break-inside:auto}h3{break-after:avoid}
             thead{display:table-header-group}tr,figure{break-inside:avoid}.wide,figure{overflow:visible;background:none}
             svg{min-width:0}h2+p{break-after:avoid;break-inside:avoid}th.w:first-child{min-width:7rem}
             .many table{font-size:.68rem}.many th,.many td{padding:.2rem .3rem}.skip{display:none}}
            """;
    /** A longer table may go over pages. */
    private static final int LONG = 25;
    /** More columns are printed smaller. */
    private static final int MANY = 8;

    private final Results results;
    private final Words words;
    private final StringBuilder html = new StringBuilder();

    private SummaryPage(Results results) {
        this.results = results;
        this.words = new Words(results.about().language());
    }

    /** The whole page, as a document. */
    public static String of(Results results) {
        return new SummaryPage(results).document();
    }

    private String document() {
        About about = results.about();
        List<Exhibit> exhibits = new ArrayList<>(new AnswerExhibits(results, words).all());
        exhibits.addAll(Exhibits.of(results, words));
        html.append("<!doctype html>\n<html lang=\"")
                .append(escaped(about.language()))
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,"
                        + "initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>")
                .append(escaped(about.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><a class=\"skip\" href=\"#numbers\">")
                .append(escaped(words.of("summary.skip")))
                .append("</a><header><h1>")
                .append(escaped(about.title()))
                .append("</h1>");
        paragraph(
                "muted",
                words.of(
                        about.firstSubmitted().isPresent() ? "summary.of" : "summary.of.undated",
                        about.questionnaire(),
                        Integer.toString(about.version()),
                        about.n(),
                        day(about.firstSubmitted()),
                        day(about.lastSubmitted())));
        paragraph("muted", words.of("summary.base", about.complete(), about.partial(), about.confidence()));
        results.of(Basis.class)
                .flatMap(basis -> basis.careless().stream())
                .findFirst()
                .ifPresent(careless -> paragraph("muted", CoverSheet.careless(words, careless)));
        html.append("</header><nav aria-label=\"")
                .append(escaped(words.of("contents")))
                .append("\">");
        exhibits.forEach(exhibit -> html.append("<a href=\"#")
                .append(exhibit.topic())
                .append("\">")
                .append(escaped(words.of(exhibit.topic())))
                .append("</a> "));
        html.append("</nav><main id=\"numbers\">");
        exhibits.forEach(this::chapter);
        html.append("</main><footer>");
        paragraph(
                "",
                words.of(
                        "summary.made",
                        day(Optional.of(about.madeAt())),
                        about.software(),
                        about.definition() + ", SHA-256 " + about.definitionHash()));
        return html.append("</footer></body></html>\n").toString();
    }

    private void chapter(Exhibit exhibit) {
        html.append("<section id=\"").append(exhibit.topic()).append("\"><h2>");
        html.append(escaped(words.of(exhibit.topic()))).append("</h2>");
        paragraph("muted", exhibit.note());
        for (Grid grid : exhibit.grids()) {
            Watch.look();
            html.append(grid.rows().size() > LONG ? "<section class=\"long\">" : "<section>")
                    .append("<h3>")
                    .append(escaped(grid.title()))
                    .append("</h3>");
            grid.warnings().forEach(warning -> paragraph("warning", warning));
            if (!grid.rows().isEmpty()) {
                for (Plot plot : grid.plots()) {
                    html.append("<figure tabindex=\"0\">")
                            .append(new Drawing(plot, grid, words).svg())
                            .append("</figure>");
                }
                table(grid);
            }
            grid.notes().forEach(note -> paragraph("note", note));
            html.append("</section>");
        }
        html.append("</section>");
    }

    private void table(Grid grid) {
        // Who has no mouse scrolls what is wider than the window with the arrow keys, once it has the focus.
        html.append(grid.heads().size() > MANY ? "<div class=\"wide many\"" : "<div class=\"wide\"")
                .append(" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escaped(grid.title()))
                .append("\"><table><thead><tr>");
        for (Grid.Head head : grid.heads()) {
            html.append(head.isText() ? "<th scope=\"col\" class=\"w\">" : "<th scope=\"col\">")
                    .append(escaped(head.text()))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Grid.Row row : grid.rows()) {
            html.append("<tr>");
            for (int column = 0; column < grid.heads().size(); column++) {
                Grid.Head head = grid.heads().get(column);
                String tag = column == 0 && head.isText() ? "th scope=\"row\"" : "td";
                html.append('<').append(tag).append(head.isText() ? " class=\"w\">" : ">");
                html.append(escaped(shown(row.cell(column), head.format())))
                        .append(column == 0 && head.isText() ? "</th>" : "</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table></div>");
    }

    private String shown(@Nullable Object cell, Format format) {
        if (cell instanceof Double number) {
            return words.shown(number, format);
        }
        return cell == null ? "" : cell.toString();
    }

    private String day(Optional<Instant> time) {
        return time.map(at -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.forLanguageTag(results.about().language()))
                        .format(at.atZone(results.about().timeZone())))
                .orElse("–");
    }

    private void paragraph(String kind, String text) {
        html.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">")
                .append(escaped(text))
                .append("</p>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
