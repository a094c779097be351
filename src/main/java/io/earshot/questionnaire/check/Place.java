package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.earshot.problem.Fault;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a JSON document together with where it stands, so that a finding can point at it. */
final class Place {
    private final @Nullable Place around;
    private final String segment;
    private final JsonNode json;

    private Place(@Nullable Place around, String segment, JsonNode json) {
        this.around = around;
        this.segment = segment;
        this.json = json;
    }

    static Place whole(JsonNode document) {
        return new Place(null, "", document);
    }

    JsonNode json() {
        return json;
    }

    /** Where it stands, as a JSON Pointer (RFC 6901); put together when asked for, since most places are fine. */
    String pointer() {
        return around == null ? "" : around.pointer() + Fault.segment(segment);
    }

    /** What holds it; the whole document is held by itself. */
    Place around() {
        return around == null ? this : around;
    }

    /** The member of an object; a missing node if there is none. */
    Place at(String field) {
        JsonNode member = json.get(field);
        return new Place(this, field, member == null ? MissingNode.getInstance() : member);
    }

    /** The items of an array member; none if there is no such member. */
    Stream<Place> each(String field) {
        return at(field).items();
    }

    /** The items, if this is an array. */
    Stream<Place> items() {
        return json.isArray() ? IntStream.range(0, json.size()).mapToObj(this::item) : Stream.empty();
    }

    /** The members, if this is an object. */
    Stream<Place> members() {
        return json.isObject()
                ? json.properties().stream().map(member -> new Place(this, member.getKey(), member.getValue()))
                : Stream.empty();
    }

    /** What it is called in what is around it: a member's name or an item's number. */
    String segment() {
        return segment;
    }

    Place item(int index) {
        return new Place(this, Integer.toString(index), json.path(index));
    }

    /** The value of a text or integer member as a string; empty if there is none. */
    String word(String field) {
        return json.path(field).asText("");
    }

    boolean flag(String field) {
        return json.path(field).asBoolean();
    }

    Optional<BigDecimal> number(String field) {
        JsonNode member = json.path(field);
        return member.isNumber() ? Optional.of(member.decimalValue()) : Optional.empty();
    }

    boolean has(String field) {
        return json.has(field);
    }
}
