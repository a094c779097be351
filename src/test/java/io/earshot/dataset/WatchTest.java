package io.earshot.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whoeverIsAskedEndsTheWorkByThrowing() {
        assertThatThrownBy(() -> Watch.over(this::endsAtTheThird, () -> {
                    while (true) {
                        Watch.look();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(looks).hasValue(3);
    }

    @Test
    void aLoopLooksNowAndThenAndAtItsFirstRow() {
        Watch.over(looks::incrementAndGet, () -> {
            IntStream.range(0, 100_000).forEach(Watch::look);
            return looks;
        });

        // At the beginning, and at rows 0, 16384, 32768 and so on to 98304.
        assertThat(looks).hasValue(8);
    }

    @Test
    void threadsThatHelpAreWatchedToo() {
        assertThatThrownBy(() -> Watch.over(this::endsAtTheThird, () -> {
                    Watch watch = Watch.current();
                    return IntStream.range(0, 100)
                            .parallel()
                            .map(i -> watch.during(() -> {
                                Watch.look();
                                return i;
                            }))
                            .sum();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whereNobodyWatchesALookDoesNothingNotEvenAfterwards() {
        Watch.look();
        Watch.over(looks::incrementAndGet, () -> looks);
        Watch.look();

        assertThat(looks).hasValue(1);
    }

    private void endsAtTheThird() {
        if (looks.incrementAndGet() >= 3) {
            throw new CancellationException();
        }
    }
}
