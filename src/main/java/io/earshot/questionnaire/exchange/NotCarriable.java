package io.earshot.questionnaire.exchange;

/** Why a condition or formula of another tool has no counterpart here, as a sentence; becomes an entry of what was not carried. */
public final class NotCarriable extends Exception {
    private static final long serialVersionUID = 1L;

    public NotCarriable(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
