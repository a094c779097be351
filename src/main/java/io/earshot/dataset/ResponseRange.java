package io.earshot.dataset;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Responses that follow each other in the order of receipt.
 *
 * @param others ids of those between them, of the same statuses, that are to other versions
 * @param first  when the earliest answer was given; empty if no response tells
 */
record ResponseRange(
        Extract extract,
        long complete,
        long partial,
        TextColumn others,
        Optional<Instant> first,
        Optional<Instant> last) {

    /** Gathers a range row by row; for one thread. */
    static final class Builder {
        static final int FIELD_COUNT = 9;
        private static final int STATUS = 5;
        private static final int ANSWERED_AT = 6;
        private static final int ANSWERS = 7;
        private static final int CONTEXT = 8;
        private static final String CONTEXT_AND_FLAGS =
                """
                case when quality ? 'flags' then (context::jsonb || jsonb_build_object('%s', coalesce(
                    (select string_agg(flag, ' ') from jsonb_array_elements_text(quality -> 'flags') as flag), '%s')))::json
                    else context end"""
                        .formatted(ResponseDataset.FLAGS, ResponseDataset.NO_FLAGS);

        /**
         * What {@link #add} expects of each row; the first six are {@link Identity}'s. What answered another version has no
         * answers.
         */
        static String fields(int version, boolean flags) {
            return "id, respondent, started_at, submitted_at, language, status, coalesce(submitted_at, occurred_at),"
                    + " case when version = " + version + " then answers end, "
                    + (flags ? CONTEXT_AND_FLAGS : "context");
        }

        private final Identity identity = new Identity();
        private final AttributeColumns attributes = new AttributeColumns();
        private final AnswerRows answers;
        private final TextColumn.Builder others =
                TextColumn.builder(Variable.of("others", "others", Text.of("others"), Measure.TEXT));
        private long complete;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Builder(Questionnaire questionnaire) {
            answers = new AnswerRows(questionnaire);
        }

        void add(BinaryCopy row) {
            if (row.isNull(ANSWERS)) {
                others.addId(row.number(0), row.secondNumber(0));
                return;
            }
            identity.add(row);
            // Of "complete" and "partial".
            boolean isComplete = row.bytes()[row.start(STATUS)] == 'c';
            complete += isComplete ? 1 : 0;
            if (!row.isNull(ANSWERED_AT)) {
                first = Math.min(first, row.micros(ANSWERED_AT));
                last = Math.max(last, row.micros(ANSWERED_AT));
            }
            answers.add(row.bytes(), row.start(ANSWERS), row.end(ANSWERS), isComplete);
            attributes.add(row.bytes(), row.start(CONTEXT), row.end(CONTEXT));
        }

        ResponseRange build() {
            Dataset dataset = answers.build();
            return new ResponseRange(
                    new Extract(identity.build(), dataset, attributes.build()),
                    complete,
                    dataset.rows() - complete,
                    others.build(),
                    time(first, Long.MAX_VALUE),
                    time(last, Long.MIN_VALUE));
        }

        private static Optional<Instant> time(long micros, long none) {
            return micros == none ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
    }
}
