package io.earshot.dataset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A place in the order of receipt. @param at in microseconds since 1970 */
record Receipt(long at, UUID id) implements Comparable<Receipt> {
    /** Before everything that is ever received. */
    static final Receipt BEGINNING = new Receipt(Long.MIN_VALUE, new UUID(0, 0));

    /** As PostgreSQL reads it. */
    String literal() {
        String time = at == Long.MIN_VALUE
                ? "-infinity"
                : Instant.EPOCH.plus(at, ChronoUnit.MICROS).toString();
        return "(timestamptz '" + time + "', uuid '" + id + "')";
    }

    /** As PostgreSQL compares: ids byte by byte, without signs. */
    @Override
    public int compareTo(Receipt other) {
        int byTime = Long.compare(at, other.at);
        if (byTime != 0) {
            return byTime;
        }
        int byHalf = Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
        return byHalf != 0
                ? byHalf
                : Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
    }
}
