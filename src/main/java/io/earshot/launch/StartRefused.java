package io.earshot.launch;

/** Earshot can't start, for a reason that the operator can mend; the message is the one sentence to be shown. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String sentence) {
        super(sentence);
    }

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
