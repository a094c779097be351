package io.earshot.questionnaire.logic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How {@code var} finds a value by its dotted name. */
final class Path {
    private Path() {}

    /**
     * The value under a name. At each step all that remains of the name is tried as one member first, because the name of an
     * attribute holds dots itself ({@code context.os.name}); then the part before the first dot.
     *
     * @param path the empty string for the data themselves
     * @return null if there is nothing, {@link Unknown#VALUE} if that is not known
     */
    static @Nullable Object read(@Nullable Object data, String path) {
        if (path.isEmpty()) {
            return isPartlyUnknown(data) ? Unknown.VALUE : data;
        }
        Object at = data;
        String rest = path;
        while (true) {
            if (at == Unknown.VALUE) {
                return at;
            }
            if (has(at, rest)) {
                Object found = member(at, rest);
                return found instanceof PartlyKnown ? Unknown.VALUE : found;
            }
            int dot = rest.indexOf('.');
            if (dot < 0 || !has(at, rest.substring(0, dot))) {
                return at instanceof PartlyKnown ? Unknown.VALUE : null;
            }
            at = member(at, rest.substring(0, dot));
            rest = rest.substring(dot + 1);
        }
    }

    private static boolean has(@Nullable Object at, String name) {
        if (at instanceof Map<?, ?> map) {
            return map.containsKey(name);
        }
        if (at instanceof PartlyKnown partly) {
            return partly.members().containsKey(name);
        }
        return at instanceof List<?> list && (name.equals("length") || index(name, list.size()) >= 0);
    }

    private static @Nullable Object member(@Nullable Object at, String name) {
        if (at instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (at instanceof PartlyKnown partly) {
            return partly.members().get(name);
        }
        if (at instanceof List<?> list) {
            return name.equals("length") ? (Object) (double) list.size() : list.get(index(name, list.size()));
        }
        return null;
    }

    /** -1 if it is no index of a list of that size. */
    private static int index(String name, int size) {
        if (name.isEmpty() || name.length() > 9 || (name.length() > 1 && name.charAt(0) == '0')) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index < size ? index : -1;
    }

    private static boolean isPartlyUnknown(@Nullable Object data) {
        return data instanceof PartlyKnown
                || (data instanceof Map<?, ?> map
                        && map.values().stream()
                                .anyMatch(value -> value == Unknown.VALUE || value instanceof PartlyKnown));
    }
}
