package io.earshot.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Where the cells of a table go, one after the other; each format writes a value as what it is. */
interface Cells {
    void nothing();

    /** What somebody typed, or a code that is no number. */
    void text(String text);

    void number(BigDecimal number);

    /** A moment, in UTC. */
    void time(Instant time);

    void date(LocalDate date);

    void timeOfDay(LocalTime time);

    void endRow();
}
