package io.earshot.questionnaire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an element as strictly as any record: what all questions have goes into {@link Asked}, the rest into the record of
 * its type, and neither takes a member that it doesn't know.
 */
final class ElementReader extends StdDeserializer<Element> {
    private static final long serialVersionUID = 1;
    private static final String GROUP = "asked";
    private static final Set<String> ASKED = Arrays.stream(Asked.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    ElementReader() {
        super(Element.class);
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        JsonNode json = context.readTree(parser);
        if (json instanceof ObjectNode element && !element.path("type").asText().equals(Statement.TYPE)) {
            if (element.has(GROUP)) {
                return context.reportInputMismatch(Element.class, "an element has no member " + GROUP);
            }
            json = grouped(element);
        }
        JsonParser tokens = json.traverse(parser.getCodec());
        tokens.nextToken();
        return types.deserializeTypedFromObject(tokens, context);
    }

    @Override
    public Element deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return context.reportInputMismatch(Element.class, "an element is read by its type");
    }

    private static ObjectNode grouped(ObjectNode element) {
        ObjectNode question = element.objectNode();
        ObjectNode asked = element.objectNode();
        element.properties().forEach(member -> {
            ObjectNode target = ASKED.contains(member.getKey()) ? asked : question;
            target.set(member.getKey(), member.getValue());
        });
        return question.set(GROUP, asked);
    }
}
