package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The questionnaire itself, as its author wrote it. */
@Singleton
final class JsonExporter implements Exporter {
    @Override
    public String format() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public byte[] write(ObjectNode content) {
        return content.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] write(String json, Options options) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
