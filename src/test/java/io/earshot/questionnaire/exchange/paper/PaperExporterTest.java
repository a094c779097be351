package io.earshot.questionnaire.exchange.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Exporter;
import io.earshot.questionnaire.exchange.ImportFiles;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The form for paper, read back as HTML. */
class PaperExporterTest {
    @Test
    void questionsAreNumberedAndStatementsAreNot() throws Exception {
        Document form = form("en", false);

        assertThat(form.select(".number").eachText()).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(form.select(".statement").text()).isEqualTo("Welcome");
    }

    @Test
    void conditionsAreInstructionsInWords() throws Exception {
        assertThat(form("en", false).select(".instruction").text())
                .isEqualTo(
                        "Answer only if your answer to question 1 is “Free” and your answer to question 5 is at least 18.");
        assertThat(form("fr", false).select(".instruction").text())
                .startsWith("Répondez seulement si votre réponse à la question 1 est «");
    }

    @Test
    void textsAreInTheLanguageAndEscaped() throws Exception {
        assertThat(form("en", false).select("h1").text()).isEqualTo("The <panel> & its plans");
        assertThat(form("fr", false).select("h2").eachText()).first().isEqualTo("1 Quelle offre ?");
        assertThat(form("fr", false).select("html").attr("lang")).isEqualTo("fr");
    }

    @Test
    void codesArePrintedForThoseWhoEnterTheData() throws Exception {
        assertThat(form("en", true).select(".code").eachText()).contains("plan", "free", "q_calm");
        assertThat(form("en", false).select(".code")).isEmpty();
    }

    @Test
    void aMatrixHasABoxForEveryRowAndPoint() throws Exception {
        assertThat(form("en", false).select("table .box")).hasSize(4);
        assertThat(form("en", false).select("th[scope=row]").eachText()).containsExactly("Calm", "Tired");
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        assertThat(form("en", false).select("script, link, img, iframe")).isEmpty();
    }

    private static Document form(String language, boolean codes) throws Exception {
        ObjectNode content = (ObjectNode) new ObjectMapper().readTree(ImportFiles.bytes("export.json"));
        byte[] html = new PaperExporter().write(content, new Exporter.Options(language, "a4", codes));
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    }
}
