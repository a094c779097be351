package io.earshot.workbook;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The workbook's own wording in the report's language; English where there is no translation. */
final class Words {
    private final List<ResourceBundle> bundles;
    private final Locale locale;

    Words(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.bundles = Stream.of("words", "modules")
                .map(name -> ResourceBundle.getBundle(
                        "io.earshot.workbook." + name,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .toList();
    }

    /** @throws java.util.MissingResourceException if there is no such wording */
    String of(String key, Object... arguments) {
        String pattern = bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElse(bundles.get(0))
                .getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /** A number within a sentence, with the reader's decimal mark. */
    String number(double value, int decimals) {
        return String.format(locale, "%,." + decimals + "f", value);
    }

    /** A p-value within a sentence; a tiny one is not shown as 0. */
    String p(double value) {
        return value < 0.001 ? "< " + number(0.001, 3) : "= " + number(value, 3);
    }

    boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }
}
