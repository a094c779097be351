package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.QuestionnaireJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reviews a questionnaire's content before it is published. */
@ApplicationScoped
public class QuestionnaireCheck {
    private final QuestionnaireSchema schema = new QuestionnaireSchema();

    /** The same for a questionnaire that was never published. */
    public Review review(JsonNode content) {
        return review(content, EarlierNames.NONE);
    }

    /**
     * Looks at the schema first, and at everything else only if the schema is satisfied.
     *
     * @param earlier what names stood for in the published versions
     */
    public Review review(JsonNode content, EarlierNames earlier) {
        Findings findings = new Findings();
        findings.add(schema.refusals(content, Findings.MOST));
        if (!findings.isEmpty()) {
            return new Review(findings.list(), 0);
        }
        Instrument instrument = new Instrument(content);
        int seconds = Duration.seconds(instrument);
        rules(earlier, seconds).forEach(rule -> rule.check(instrument, findings));
        if (!findings.hasErrors()) {
            unreadable(content).ifPresent(findings);
        }
        return new Review(findings.list(), seconds);
    }

    /** What the schema alone refuses, 1,000 at most; empty if the content has the form of a questionnaire. */
    public List<Finding> schemaErrors(JsonNode content) {
        Findings findings = new Findings();
        findings.add(schema.refusals(content, Findings.MOST));
        return findings.list();
    }

    /** Seconds that a published questionnaire takes to fill in. */
    public int estimatedSeconds(JsonNode published) {
        return Duration.seconds(new Instrument(published));
    }

    private static List<Rule> rules(EarlierNames earlier, int seconds) {
        return List.of(
                new NameRule(),
                new CodeRule(),
                new RangeRule(),
                new PatternRule(),
                new ExpectRule(),
                new ConditionRule(),
                new CycleRule(),
                new GoToRule(),
                new ReachRule(),
                new ScoreRule(),
                new QuotaRule(),
                new ReuseRule(earlier),
                new TextRule(),
                new PipingRule(),
                new ScaleAdvice(),
                new OptionAdvice(),
                new SensitiveAdvice(),
                new WordingAdvice(),
                new LengthAdvice(seconds));
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

    /** Collects findings: more than anybody mends in one go are counted only, since a hostile document has a million. */
    private static final class Findings implements java.util.function.Consumer<Finding> {
        private static final int MOST = 1000;

        private final List<Finding> errors = new ArrayList<>();
        private final List<Finding> advice = new ArrayList<>();
        private int all;

        @Override
        public void accept(Finding finding) {
            all++;
            List<Finding> same = finding.isError() ? errors : advice;
            if (same.size() < MOST) {
                same.add(finding);
            }
        }

        void add(QuestionnaireSchema.Refusals refusals) {
            refusals.findings().forEach(this);
            all += refusals.more();
        }

        boolean isEmpty() {
            return all == 0;
        }

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        /** Errors first, each kind in the order of the rules. */
        List<Finding> list() {
            List<Finding> list = new ArrayList<>(errors);
            list.addAll(advice.subList(0, Math.min(advice.size(), MOST - errors.size())));
            if (list.size() < all) {
                String more = (all - list.size()) + " more findings are not listed; mend these first.";
                list.add(new Finding(
                        errors.size() == MOST ? Finding.Severity.ERROR : Finding.Severity.ADVICE,
                        "more-findings",
                        "",
                        more));
            }
            return list;
        }
    }
}
