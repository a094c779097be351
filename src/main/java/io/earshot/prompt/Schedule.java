package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earshot.problem.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a prompt may be shown.
 *
 * @param from  the first moment; absent means since ever
 * @param until the first moment after; absent means for ever
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Schedule(@Nullable Instant from, @Nullable Instant until) {

    boolean includes(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }

    List<Fault> faults() {
        return from != null && until != null && !from.isBefore(until)
                ? List.of(new Fault(
                        "/schedule/until", "out-of-range", "until (" + until + ") must be after from (" + from + ")."))
                : List.of();
    }
}
