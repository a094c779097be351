package io.earshot.dataset;

/** Finds the ends of values in JSON that PostgreSQL took, which is well formed. */
final class WrittenJson {
    private WrittenJson() {}

    static int skipSpace(byte[] json, int from, int to) {
        int at = from;
        // Nothing else of so low a number stands between values.
        while (at < to && json[at] <= ' ') {
            at++;
        }
        return at;
    }

    /** Where the value ends that begins here. */
    static int endOfValue(byte[] json, int from, int to) {
        return switch (json[from]) {
            case '"' -> endOfString(json, from);
            case '{', '[' -> endOfNest(json, from);
            default -> {
                int at = from;
                while (at < to && json[at] != ',' && json[at] != '}' && json[at] != ']' && json[at] > ' ') {
                    at++;
                }
                yield at;
            }
        };
    }

    /** Whether a string has characters that are not written as themselves. */
    static boolean isEscaped(byte[] json, int from, int to) {
        for (int i = from; i < to; i++) {
            if (json[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private static int endOfString(byte[] json, int from) {
        int at = from + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int endOfNest(byte[] json, int from) {
        int depth = 0;
        int at = from;
        do {
            switch (json[at]) {
                case '"' -> at = endOfString(json, at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
        return at;
    }
}
