package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Problem;
import java.io.IOException;

/** JSON files of other tools: read with limits, because they come from outside. */
public final class JsonFile {
    private static final int MAX_DEPTH = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonFile() {}

    /**
     * @param expected what the format is, for the refusal, such as "a Qualtrics survey (.qsf)"
     * @throws Problem 422 if it is not a JSON object, 413 if it is deeper or has longer numbers than are read
     */
    public static ObjectNode read(byte[] file, String expected) {
        try {
            JsonNode json = MAPPER.readTree(file);
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw Refused.notOfFormat(expected, "the file's JSON is no object");
        } catch (StreamConstraintsException e) {
            throw Refused.tooLarge("The file's JSON is too complex: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw Refused.notOfFormat(expected, "the file is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            // From bytes in memory only one thing can go wrong: they are no characters.
            throw Refused.notOfFormat(expected, "the file is not text in UTF-8");
        }
    }
}
