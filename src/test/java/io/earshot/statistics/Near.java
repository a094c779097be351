package io.earshot.statistics;

import org.assertj.core.data.Offset;

/** How near a number must come to R's. */
public final class Near {
    private Near() {}

    /** One billionth of the number itself. */
    public static Offset<Double> to(double expected) {
        return Offset.offset(Math.abs(expected) * 1e-9 + 1e-12);
    }
}
