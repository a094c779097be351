package io.earshot.report;

/** What a run does, one after the other, each a part of the whole roughly as its time is. */
enum Phase {
    STARTING("starting", 0, 0),
    READING("reading responses", 0, 0.3),
    COMPUTING("computing", 0.3, 0.4),
    WRITING("writing the workbook", 0.4, 0.98),
    STORING("storing", 0.98, 1);

    /** Of a report that nobody has begun. */
    static final String WAITING = "waiting";

    private final String word;
    private final double from;
    private final double to;

    Phase(String word, double from, double to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    /** As it is told. */
    String word() {
        return word;
    }

    /** How much of the whole is done where so much of the phase is, both from 0 to 1. */
    double ofWhole(double part) {
        return from + (to - from) * part;
    }
}
