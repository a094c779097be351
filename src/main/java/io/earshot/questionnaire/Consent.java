package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Agreement to a policy; the answer is {@code agreed} or {@code declined}. If it is required, only agreeing will do.
 *
 * @param policyVersion which version of the policy is agreed to, so that it can be told later; 1 to 100 characters
 * @param policyUrl     an https address where the policy can be read; absent is none
 * @param covers        {@code metadata} if the answer is what allows attributes that need consent; absent is nothing
 */
@JsonTypeName(Consent.TYPE)
public record Consent(Asked asked, String policyVersion, @Nullable String policyUrl, @Nullable String covers)
        implements Question {
    static final String TYPE = "consent";

    private static final String METADATA = "metadata";
    private static final String AGREED = "agreed";
    private static final String DECLINED = "declined";

    public Consent {
        requireNonNull(asked, "asked");
        requireNonNull(policyVersion, "policyVersion");
        if (policyVersion.isBlank()) {
            throw new IllegalArgumentException("policyVersion of " + asked.name() + " must not be blank");
        }
        Address.https(policyUrl);
        if (covers != null && !covers.equals(METADATA)) {
            throw new IllegalArgumentException("covers of " + asked.name() + " must be " + METADATA + ": " + covers);
        }
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

    @Override
    public List<Fault> demands(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        if (answer == null || answer.asText().equals(AGREED)) {
            return Question.super.demands(answers);
        }
        return List.of(new Fault(
                Fault.segment(name()),
                "not-agreed",
                "A complete response has to agree to " + name() + "; send it as partial if the respondent declined."));
    }

    /** Whether the answer is the consent that attributes of the device need. */
    public boolean coversMetadata() {
        return covers != null;
    }

    public boolean isAgreed(JsonNode answer) {
        return answer.asText().equals(AGREED);
    }

    private Options choices() {
        return new Options(
                name(),
                List.of(
                        Option.of(AGREED, Text.of("en", "Agreed", "fr", "Accepté")),
                        Option.of(DECLINED, Text.of("en", "Declined", "fr", "Refusé"))));
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.consent(this);
    }
}
