package io.earshot.report;

/** What a run does, one after the other. */
enum Phase {
    STARTING("starting"),
    READING("reading responses"),
    COMPUTING("computing"),
    DRAWING("drawing the tables"),
    WRITING("writing the workbook"),
    STORING("storing");

    /** Of a report that nobody has begun. */
    static final String WAITING = "waiting";

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** As it is told. */
    String word() {
        return word;
    }

    /** Whether it goes through the responses one after the other. */
    boolean isByRows() {
        return this == READING || this == WRITING;
    }
}
