package io.earshot.report;

/** Unwinds a run whose report was cancelled, deleted or taken over: there is nothing left to do and nothing to tell. */
final class RunEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunEnded(String message) {
        super(message, null, false, false);
    }
}
