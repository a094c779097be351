package io.earshot.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.TextQuestion;
import io.earshot.questionnaire.flow.Known;
import io.earshot.statistics.quality.AnswerQuality;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signs that a response shows by itself, without a look at others. */
final class Signs {
    /** Fewer rows may well deserve the same answer. */
    private static final int ROWS = 5;

    /** Nobody reads and answers a question faster, in milliseconds. */
    private static final double FASTEST = 300;

    /** Fewer timings may be chance. */
    private static final int TIMINGS = 3;

    private static final Duration CLOCK_OFF = Duration.ofDays(1);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final String HONEYPOT = "honeypot";

    /** Tells that a field of the card was filled in which nobody sees. */
    private static final String TRAPPED = "earshot.form.trapped";

    private Signs() {}

    static Set<Flag> of(PublishedVersion asked, Judged given) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        add(flags, Flag.STRAIGHT_LINING, isStraightLined(asked, given.answers()));
        Known known = Known.of(given.answers());
        Long seed = given.seed();
        add(
                flags,
                Flag.ATTENTION,
                !asked.flow()
                        .pass(seed == null ? known : known.seeded(seed))
                        .failedChecks()
                        .isEmpty());
        add(flags, Flag.BOT, isBot(given));
        add(flags, Flag.NONSENSE, isNonsense(asked, given.answers()));
        add(flags, Flag.CLOCK, isClockWrong(given));
        return flags;
    }

    private static boolean isStraightLined(PublishedVersion asked, Map<String, JsonNode> answers) {
        return asked.content().questions().stream()
                .anyMatch(question -> question instanceof Likert likert && isStraight(likert.rows(), answers));
    }

    private static boolean isStraight(List<Likert.Row> rows, Map<String, JsonNode> answers) {
        Map<String, Double> codes = new HashMap<>();
        double[] row = rows.stream()
                .mapToDouble(one -> {
                    JsonNode answer = answers.get(one.name());
                    return answer == null
                            ? Double.NaN
                            : codes.computeIfAbsent(answer.asText(), text -> codes.size() + 1.0);
                })
                .toArray();
        return rows.size() >= ROWS
                && AnswerQuality.of(new double[][] {row})
                        .map(quality -> quality.respondents().get(0).straight())
                        .toOptional()
                        .orElse(false);
    }

    private static boolean isBot(Judged given) {
        boolean says = given.context().containsKey("user_agent.synthetic.type")
                || given.context().getOrDefault(TRAPPED, BooleanNode.FALSE).asBoolean();
        boolean caught = given.answers().entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith(HONEYPOT)
                        && !answer.getValue().asText().isEmpty());
        boolean impossible = given.timings().size() >= TIMINGS
                && given.spent() < FASTEST * given.timings().size();
        return says || caught || impossible;
    }

    private static boolean isNonsense(PublishedVersion asked, Map<String, JsonNode> answers) {
        return asked.content().questions().stream()
                .filter(TextQuestion.class::isInstance)
                .map(question -> answers.get(question.name()))
                .anyMatch(answer -> answer != null && Nonsense.is(answer.asText()));
    }

    private static boolean isClockWrong(Judged given) {
        return isAfter(given.startedAt(), given.occurredAt())
                || isAfter(given.occurredAt(), given.sentAt())
                || given.sentAt() != null
                        && Duration.between(given.sentAt(), given.receivedAt())
                                        .abs()
                                        .compareTo(CLOCK_OFF)
                                > 0;
    }

    private static boolean isAfter(java.time.@Nullable Instant first, java.time.@Nullable Instant second) {
        return first != null && second != null && first.isAfter(second.plus(TOLERANCE));
    }

    private static void add(Set<Flag> flags, Flag flag, boolean shown) {
        if (shown) {
            flags.add(flag);
        }
    }
}
