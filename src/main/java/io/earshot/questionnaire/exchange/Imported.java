package io.earshot.questionnaire.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A questionnaire read from another tool's file.
 *
 * @param content    in our own form; it may have errors that its check finds, but fits the schema where the file allows it
 * @param notCarried in the order of the file
 * @param counts     by kind: {@code questions} always, and others that the format has, such as {@code texts}, {@code options}
 */
public record Imported(ObjectNode content, List<NotCarried> notCarried, Map<String, Tally> counts) {
    public Imported {
        requireNonNull(content, "content");
        notCarried = List.copyOf(notCarried);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
