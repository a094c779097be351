package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A button that leads elsewhere; the answer is {@code clicked}, and none is given by who didn't.
 *
 * @param url   an address that begins with https, mailto or tel
 * @param label what stands on the button
 */
@JsonTypeName(Link.TYPE)
public record Link(Asked asked, String url, Text label) implements Question {
    static final String TYPE = "link";

    public Link {
        requireNonNull(asked, "asked");
        Address.link(url);
        requireNonNull(label, "label");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(asked.variable(Measure.NOMINAL).coded(choices().values()));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return Optional.ofNullable(answers.get(name()))
                .flatMap(answer -> choices().checkOne(Fault.segment(name()), answer))
                .map(List::of)
                .orElse(List.of());
    }

    private Options choices() {
        return new Options(name(), List.of(Option.of("clicked", Text.of("en", "Clicked", "fr", "Cliqué"))));
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.link(this);
    }
}
