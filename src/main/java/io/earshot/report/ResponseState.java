package io.earshot.report;

import java.util.Optional;

/**
 * The responses to a questionnaire at a moment.
 *
 * @param history  of the database, as {@link DatabaseHistory} tells it
 * @param snapshot of PostgreSQL: which transactions were over
 * @param rows     all that there were
 * @param smallest how few people are told about
 * @param funnel   hash of what became of the prompts; {@value #NOT_COUNTED} if the definition doesn't count them
 */
record ResponseState(String history, String snapshot, long rows, int smallest, String funnel) {
    static final String NOT_COUNTED = "-";
    private static final int WORDS = 5;

    /** As it is kept with a report. */
    String text() {
        return String.join(" ", history, snapshot, Long.toString(rows), Integer.toString(smallest), funnel);
    }

    /** Empty if the text is of an earlier version of Earshot, or says that nothing can be told. */
    static Optional<ResponseState> parse(String text) {
        String[] words = text.split(" ");
        return words.length == WORDS
                ? Optional.of(new ResponseState(
                        words[0], words[1], Long.parseLong(words[2]), Integer.parseInt(words[3]), words[4]))
                : Optional.empty();
    }
}
