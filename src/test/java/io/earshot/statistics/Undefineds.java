package io.earshot.statistics;

/** Reads the reason of a statistic that is not defined. */
public final class Undefineds {
    private Undefineds() {}

    public static Reason reason(Outcome<?> outcome) {
        return outcome.cases(
                value -> {
                    throw new AssertionError("defined: " + value);
                },
                Outcome.Undefined::reason);
    }
}
