package io.earshot.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.earshot.statistics.Outcome;
import java.io.IOException;

/**
 * Results as JSON. An undefined statistic is an object with {@code undefined} (a stable word) and {@code because} (a
 * sentence) where the number or the object would be; a statistic that is defined stands there itself.
 */
public final class FindingJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new OutcomeSerializer()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private FindingJson() {}

    public static String write(Results results) {
        try {
            return MAPPER.writeValueAsString(results);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("results are records and always have a JSON form", e);
        }
    }

    private static final class OutcomeSerializer extends JsonSerializer<Outcome<?>> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Class<Outcome<?>> handledType() {
            return (Class) Outcome.class;
        }

        @Override
        public void serialize(Outcome<?> outcome, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (outcome instanceof Outcome.Defined<?> defined) {
                provider.defaultSerializeValue(defined.value(), json);
            } else if (outcome instanceof Outcome.Undefined<?> undefined) {
                json.writeStartObject();
                json.writeStringField("undefined", undefined.reason().name());
                json.writeStringField("because", undefined.sentence());
                json.writeEndObject();
            }
        }
    }
}
