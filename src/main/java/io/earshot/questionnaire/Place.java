package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of a JSON document together with where it stands, so that a finding can point at it. */
record Place(String pointer, JsonNode json) {
    static Place whole(JsonNode document) {
        return new Place("", document);
    }

    /** The member of an object; a missing node if there is none. */
    Place at(String field) {
        return new Place(pointer + Fault.segment(field), json.path(field));
    }

    /** The items of an array member; none if there is no such member. */
    Stream<Place> each(String field) {
        Place array = at(field);
        return IntStream.range(0, array.json.size())
                .mapToObj(i -> new Place(array.pointer + "/" + i, array.json.get(i)));
    }

    /** Every element of a questionnaire, in the order of its pages. */
    Stream<Place> elements() {
        return each("pages").flatMap(page -> page.each("elements"));
    }

    /** The value of a text or integer member as a string; empty if there is none. */
    String word(String field) {
        return json.path(field).asText("");
    }

    boolean has(String field) {
        return Objects.nonNull(json.get(field));
    }

    /** Every part of the document, the whole first. */
    Stream<Place> everything() {
        Stream<Place> inside = json.isArray()
                ? IntStream.range(0, json.size()).mapToObj(i -> new Place(pointer + "/" + i, json.get(i)))
                : json.properties().stream()
                        .map(member -> new Place(pointer + Fault.segment(member.getKey()), member.getValue()));
        return Stream.concat(Stream.of(this), inside.flatMap(Place::everything));
    }
}
