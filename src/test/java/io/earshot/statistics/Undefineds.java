package io.earshot.statistics;

/** Reads the reason of a statistic that is not defined. */
final class Undefineds {
    private Undefineds() {}

    static Reason reason(Outcome<?> outcome) {
        return outcome.cases(
                value -> {
                    throw new AssertionError("defined: " + value);
                },
                Outcome.Undefined::reason);
    }
}
