package io.earshot.questionnaire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How a questionnaire is read from JSON: strictly, and with limits, because it comes from outside. */
public final class QuestionnaireJson {
    private static final int MAX_DEPTH = 64;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // 1.0 is given back as 1.0.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private QuestionnaireJson() {}

    public static Questionnaire read(String json) {
        try {
            return MAPPER.readValue(json, Questionnaire.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a questionnaire: " + e.getOriginalMessage(), e);
        }
    }

    public static Questionnaire read(JsonNode json) {
        try {
            return MAPPER.treeToValue(json, Questionnaire.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a questionnaire: " + e.getOriginalMessage(), e);
        }
    }

    /** What is kept is JSON, or it would not have been kept. */
    public static JsonNode tree(String stored) {
        try {
            return MAPPER.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored content is not JSON", e);
        }
    }
}
