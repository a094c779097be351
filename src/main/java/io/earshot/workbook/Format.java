package io.earshot.workbook;

/** How a number looks; the number itself is always stored whole. */
enum Format {
    GENERAL("General"),
    TEXT("@"),
    COUNT("#,##0"),
    SHARE("0.0%"),
    DECIMAL("0.00"),
    COEFFICIENT("0.000"),
    SCORE("+0.0;-0.0;0.0"),
    PERCENT("0%"),
    /** A condition in the format, so that a tiny p is never shown as 0.000 and still is a number. */
    P_VALUE("[<0.001]\"<0.001\";0.000"),
    DATE("yyyy-mm-dd"),
    DATE_TIME("yyyy-mm-dd hh:mm:ss");

    private final String code;

    Format(String code) {
        this.code = code;
    }

    /** The format code as Excel stores it, independent of the reader's locale. */
    String code() {
        return code;
    }
}
