package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of the data: what it means, where its values come from, how many there are.
 *
 * @param subject  for what stands beside answers named as on the data sheets; its question is then the column's own name
 * @param reversed whether it is turned round before it counts in a score
 * @param n        responses with a value
 * @param missing  responses without
 * @param unit     what a number counts: a questionnaire's word, or UCUM of metadata; empty if nothing
 * @param kept     how metadata are kept, in words such as {@code decimals.3} or {@code keep.origin}
 * @param asked    who was asked; empty for what nobody is asked
 */
public record CodebookEntry(
        Subject subject,
        Source source,
        boolean reversed,
        long n,
        long missing,
        String unit,
        List<String> kept,
        Optional<Asked> asked) {
    public CodebookEntry {
        requireNonNull(subject, "subject");
        requireNonNull(source, "source");
        requireNonNull(unit, "unit");
        kept = List.copyOf(kept);
        requireNonNull(asked, "asked");
    }

    /** An answer that everybody was asked for. */
    public CodebookEntry(Subject subject, boolean reversed, long n, long missing) {
        this(subject, Source.ANSWER, reversed, n, missing, "", List.of(), Optional.of(Asked.EVERYBODY));
    }

    /** Where values come from. */
    public enum Source {
        ANSWER,
        /** The application, along with the answers. */
        HIDDEN,
        /** Answers: a score, or a computed value. */
        WORKED_OUT,
        /** Codes given to open answers. */
        CODED,
        /** The response itself: which it is, of whom, when, its weight. */
        RESPONSE,
        /** What the device and the service told of it. */
        METADATA;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the column is the questionnaire's. */
        public boolean isQuestionnaires() {
            return this == ANSWER || this == HIDDEN || this == WORKED_OUT;
        }
    }

    /**
     * Who was asked.
     *
     * @param conditions   JsonLogic, all of which must hold; none for everybody
     * @param page         on which it is asked
     * @param passedOverBy pages from which a route may lead past that page
     */
    public record Asked(List<String> conditions, String page, List<String> passedOverBy) {
        static final Asked EVERYBODY = new Asked(List.of(), "", List.of());

        public Asked {
            conditions = List.copyOf(conditions);
            requireNonNull(page, "page");
            passedOverBy = List.copyOf(passedOverBy);
        }
    }
}
