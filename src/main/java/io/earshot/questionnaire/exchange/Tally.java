package io.earshot.questionnaire.exchange;

/**
 * How many things of a kind a file has, and what became of them.
 *
 * @param in         in the file
 * @param out        in the draft, in whatever shape
 * @param notCarried left out of the draft, each with an entry in the list
 */
public record Tally(int in, int out, int notCarried) {
    /** Whether nothing got lost without being listed. */
    public boolean isReconciled() {
        return in == out + notCarried;
    }
}
