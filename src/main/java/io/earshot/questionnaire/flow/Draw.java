package io.earshot.questionnaire.flow;

import io.earshot.questionnaire.Shuffle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Orders drawn from a seed; the same seed and name give the same order in every runtime. */
final class Draw {
    private static final int STEP = 0x6D2B79F5;
    private static final double RANGE = 4294967296.0;

    private int state;

    private Draw(int state) {
        this.state = state;
    }

    /**
     * Things in the order in which one respondent meets them; what is pinned keeps its place.
     *
     * @param name what is put in order, so that each draws an order of its own from the one seed
     * @param seed null leaves them as they are
     */
    static <T> List<T> order(
            List<T> things, Shuffle shuffle, String name, @Nullable Long seed, Predicate<? super T> pinned) {
        if (shuffle == Shuffle.NONE || seed == null) {
            return things;
        }
        List<T> loose = new ArrayList<>(things);
        loose.removeIf(pinned);
        new Draw(seed.intValue() ^ hash(name)).arrange(loose, shuffle);
        Iterator<T> next = loose.iterator();
        List<T> ordered = new ArrayList<>(things.size());
        things.forEach(thing -> ordered.add(pinned.test(thing) ? thing : next.next()));
        return ordered;
    }

    private void arrange(List<?> loose, Shuffle shuffle) {
        switch (shuffle) {
            case NONE -> {}
            case RANDOM -> {
                for (int i = loose.size() - 1; i > 0; i--) {
                    Collections.swap(loose, i, (int) (next() * (i + 1)));
                }
            }
            case REVERSE -> {
                if (next() < 0.5) {
                    Collections.reverse(loose);
                }
            }
            case ROTATE -> Collections.rotate(loose, -(int) (next() * loose.size()));
        }
    }

    /** The next number in [0, 1): mulberry32. */
    private double next() {
        state += STEP;
        int mixed = (state ^ (state >>> 15)) * (state | 1);
        mixed ^= mixed + (mixed ^ (mixed >>> 7)) * (mixed | 61);
        return Integer.toUnsignedLong(mixed ^ (mixed >>> 14)) / RANGE;
    }

    private static int hash(String name) {
        return name.codePoints().reduce(0, (hash, letter) -> hash * 31 + letter);
    }
}
