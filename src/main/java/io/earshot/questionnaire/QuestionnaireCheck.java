package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reviews a questionnaire's content before it is published. */
@ApplicationScoped
class QuestionnaireCheck {
    /** More than anybody mends in one go; a hostile document must not make an answer of gigabytes. */
    private static final int MAX_FINDINGS = 1000;

    private final QuestionnaireSchema schema = new QuestionnaireSchema();

    /**
     * @param previous the version published last, if there is one
     * @return what was found, errors first, in the order of the document; rules beyond the schema are looked at only if
     *     the schema is satisfied
     */
    List<Finding> findings(JsonNode content, Optional<Questionnaire> previous) {
        List<Finding> findings = new ArrayList<>(schema.findings(content));
        if (findings.isEmpty()) {
            rules(previous).forEach(rule -> rule.check(Place.whole(content), findings::add));
        }
        if (findings.stream().noneMatch(Finding::isError)) {
            unreadable(content).ifPresent(findings::add);
        }
        findings.sort((a, b) -> a.severity().compareTo(b.severity()));
        return shortened(findings);
    }

    private static List<Rule> rules(Optional<Questionnaire> previous) {
        List<Rule> rules = new ArrayList<>(List.of(
                new NameRule(),
                new OptionRule(),
                new RangeRule(),
                new ConditionRule(),
                new TextRule(),
                new ScaleAdvice()));
        previous.map(ReuseRule::new).ifPresent(rules::add);
        return rules;
    }

    /** The records are the last word: what they refuse must not be published, even if schema and rules forgot it. */
    private static Optional<Finding> unreadable(JsonNode content) {
        try {
            QuestionnaireJson.read(content);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Finding.error("not-allowed", "", String.valueOf(e.getMessage())));
        }
    }

    private static List<Finding> shortened(List<Finding> findings) {
        if (findings.size() <= MAX_FINDINGS) {
            return List.copyOf(findings);
        }
        List<Finding> first = new ArrayList<>(findings.subList(0, MAX_FINDINGS));
        String more = (findings.size() - MAX_FINDINGS) + " more findings are not listed; mend these first.";
        first.add(new Finding(findings.get(MAX_FINDINGS).severity(), "more-findings", "", more));
        return first;
    }
}
