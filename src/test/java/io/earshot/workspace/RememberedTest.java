package io.earshot.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Map<String, String> stored = new HashMap<>(Map.of("key", "before"));
    private final Queue<Runnable> background = new ArrayDeque<>();
    private long now;
    private int looks;
    private Runnable meanwhile = () -> {};

    private final Remembered<String, String> remembered = new Remembered<>(this::look, () -> now, background::add);

    private Optional<String> look(String key) {
        looks++;
        Optional<String> found = Optional.ofNullable(stored.get(key));
        meanwhile.run();
        return found;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void runBackground() {
        for (Runnable task = background.poll(); task != null; task = background.poll()) {
            task.run();
        }
    }

    @Test
    void whatWasFoundAMomentAgoIsNotLookedUpAgain() {
        remembered.find("key");
        pass(Duration.ofSeconds(1));
        assertEquals(Optional.of("before"), remembered.find("key"));
        runBackground();
        assertEquals(1, looks);
    }

    @Test
    void whatIsAskedForAgainIsLookedUpInTheBackgroundWhileCallersGoOn() {
        remembered.find("key");
        stored.put("key", "after");
        pass(Duration.ofSeconds(3));
        assertEquals(Optional.of("before"), remembered.ifKnown("key"));
        assertEquals(Optional.of("before"), remembered.ifKnown("key"));
        runBackground();
        assertEquals(2, looks);
        pass(Duration.ofSeconds(4));
        assertEquals(Optional.of("after"), remembered.ifKnown("key"));
    }

    @Test
    void whatNobodyAskedForIsUnknownAfterItsTime() {
        remembered.find("key");
        stored.put("key", "after");
        pass(Remembered.LASTS);
        assertEquals(Optional.empty(), remembered.ifKnown("key"));
        assertEquals(Optional.of("after"), remembered.find("key"));
    }

    @Test
    void whatIsNoLongerThereIsForgottenWhenItIsLookedUpAnew() {
        remembered.find("key");
        stored.remove("key");
        pass(Duration.ofSeconds(3));
        remembered.ifKnown("key");
        runBackground();
        assertEquals(Optional.empty(), remembered.ifKnown("key"));
    }

    @Test
    void nothingIsNotRemembered() {
        assertEquals(Optional.empty(), remembered.find("other"));
        stored.put("other", "published meanwhile");
        assertEquals(Optional.of("published meanwhile"), remembered.find("other"));
    }

    @Test
    void aLookUnderWayDoesNotBringBackWhatWasForgottenMeanwhile() {
        remembered.find("key");
        pass(Duration.ofSeconds(3));
        remembered.ifKnown("key");
        meanwhile = () -> {
            stored.put("key", "after");
            remembered.forget();
        };
        runBackground();
        assertEquals(Optional.empty(), remembered.ifKnown("key"));
    }
}
