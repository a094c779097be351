package io.earshot.questionnaire.exchange.formula;

/** An expression that can't be read, or has no equal in JsonLogic; the message is a sentence that says why. */
public final class NotExpressible extends Exception {
    private static final long serialVersionUID = 1L;

    public NotExpressible(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
