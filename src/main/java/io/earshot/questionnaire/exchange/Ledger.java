package io.earshot.questionnaire.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An import's bookkeeping while it runs: what was met, what was carried, and what was not, and why. Not for several threads. */
public final class Ledger {
    public static final String QUESTIONS = "questions";

    private final List<NotCarried> notCarried = new ArrayList<>();
    private final Map<String, int[]> counts = new LinkedHashMap<>(Map.of(QUESTIONS, new int[3]));

    /** A thing of the kind stands in the file. */
    public void met(String kind) {
        count(kind)[0]++;
    }

    /** A thing of the kind stands in the draft. */
    public void carried(String kind) {
        count(kind)[1]++;
    }

    /** A thing of the kind was left out. */
    public void leftOut(String kind, String where, String what, String why, String remedy) {
        count(kind)[2]++;
        changed(where, what, why, remedy);
    }

    /** A part of something, or something that is not counted, was left out or changed. */
    public void changed(String where, String what, String why, String remedy) {
        notCarried.add(new NotCarried(where, what, why, remedy));
    }

    public List<NotCarried> notCarried() {
        return List.copyOf(notCarried);
    }

    public Map<String, Tally> counts() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        counts.forEach((kind, count) -> tallies.put(kind, new Tally(count[0], count[1], count[2])));
        return tallies;
    }

    private int[] count(String kind) {
        return counts.computeIfAbsent(kind, any -> new int[3]);
    }
}
