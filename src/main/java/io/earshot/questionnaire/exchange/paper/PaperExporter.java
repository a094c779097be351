package io.earshot.questionnaire.exchange.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Exporter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A form for paper: one HTML file without scripts or addresses, to be printed by any browser. */
@Singleton
final class PaperExporter implements Exporter {
    private static final String CSS = css();

    @Override
    public String format() {
        return "paper";
    }

    @Override
    public String mediaType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public byte[] write(ObjectNode content) {
        return write(content, new Options(null, "a4", false));
    }

    @Override
    public byte[] write(ObjectNode content, Options options) {
        String language =
                options.language() == null ? content.path("defaultLanguage").asText("en") : options.language();
        String size = options.paper().equals("letter") ? "letter" : "A4";
        return new PaperForm(content, language, options.codes())
                .html("@page { size: " + size + "; }\n" + CSS)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String css() {
        try (InputStream stream = PaperExporter.class.getResourceAsStream("/paper/paper.css")) {
            return new String(Objects.requireNonNull(stream, "paper.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
