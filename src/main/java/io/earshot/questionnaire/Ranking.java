package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Options in order; the answer is an array of codes, the best first.
 *
 * @param options without open texts and exclusive ones
 * @param top     how many are ranked, from 1 to the number of options; absent is all
 */
@JsonTypeName(Ranking.TYPE)
public record Ranking(Asked asked, List<Option> options, @Nullable Integer top, Shuffle shuffle) implements Question {
    static final String TYPE = "ranking";

    public Ranking {
        requireNonNull(asked, "asked");
        options = new Options(asked.name(), options)
                .withoutOpenTexts()
                .withoutExclusives()
                .list();
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (top != null && (top < 1 || top > options.size())) {
            throw new IllegalArgumentException("top must be from 1 to the number of options: " + top);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(asked.variable(Measure.ORDINAL)
                .shaped(Variable.Shape.ORDER)
                .within(BigDecimal.ONE, BigDecimal.valueOf(places(options.size())))
                .coded(new Options(name(), options).values()));
    }

    /** How many options an answer ranks, if so many of them are visible. */
    public int places(int visible) {
        return top == null ? visible : Math.min(top, visible);
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        List<Fault> faults = new ArrayList<>();
        if (answer == null) {
            return faults;
        }
        String pointer = Fault.segment(name());
        Set<String> ranked = new LinkedHashSet<>();
        new Options(name(), options).checkArray(pointer, answer, "ranked-twice", ranked, faults);
        if (faults.isEmpty() && !ranked.isEmpty()) {
            // Options that some don't see may be left out; who sees which is not known here.
            long always = options.stream()
                    .filter(option -> option.visibleIf().equals(Condition.ALWAYS))
                    .count();
            int least = places((int) always);
            int most = places(options.size());
            if (ranked.size() < least) {
                faults.add(AnswerFault.tooFew(pointer, "options must be ranked", least, ranked.size()));
            } else if (ranked.size() > most) {
                faults.add(AnswerFault.tooMany(pointer, "options may be ranked", most, ranked.size()));
            }
        }
        return faults;
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        return answer == null || answer.isEmpty() ? List.of(name()) : List.of();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.ranking(this);
    }
}
