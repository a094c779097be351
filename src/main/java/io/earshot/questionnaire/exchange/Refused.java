package io.earshot.questionnaire.exchange;

import io.earshot.problem.Problem;

/** Why a file is not read or a questionnaire not written. */
public final class Refused {
    private Refused() {}

    /**
     * The bytes are not a file of the format.
     *
     * @param expected what was expected, such as "an XLSForm, that is an .xlsx workbook with a sheet named survey"
     * @param found    what there is instead, such as "there is no sheet named survey"
     */
    public static Problem notOfFormat(String expected, String found) {
        return Problem.of(
                422,
                "not-of-this-format",
                "The file is not of this format",
                "Expected " + expected + "; " + found + ".");
    }

    /** The file is of the format but larger, deeper or otherwise more than is read. */
    public static Problem tooLarge(String detail) {
        return Problem.of(413, "too-large", "Too large", detail);
    }

    /** The questionnaire can't be written in a format. */
    public static Problem notWritable(String detail) {
        return Problem.of(422, "not-writable", "The questionnaire can't be written in this format", detail);
    }
}
