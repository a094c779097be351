package io.earshot.workbook;

import io.earshot.finding.Base;
import io.earshot.finding.Counting;
import io.earshot.statistics.Outcome;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The workbook's own wording in the report's language; English where there is no translation. */
final class Words {
    private final List<ResourceBundle> bundles;
    private final Locale locale;

    Words(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.bundles = Stream.of("words", "modules", "tables", "bases", "columns")
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

    /** What figures rest on, as a sentence; empty where every response counts once because there are no weights. */
    Optional<String> base(Base base) {
        return base.counting() == Counting.ONCE
                ? Optional.empty()
                : Optional.of(of("base." + base.counting().word(), base.n(), base.weighted(), base.nEffective()));
    }

    /** Says that a base is small; empty where it is not. */
    Optional<String> low(Base base) {
        return base.low() ? Optional.of(of("base.low", base.minimum())) : Optional.empty();
    }

    /** Why something is not there: the reason's own sentence in English, what it comes to in another language. */
    String because(Outcome.Undefined<?> undefined) {
        String key = "undefined." + undefined.reason().name();
        return has(key) ? of(key) : undefined.sentence();
    }

    /** The same as a sentence that stands alone. */
    String lacking(Outcome.Undefined<?> undefined) {
        String because = because(undefined);
        return of("undefined.lacking", because.endsWith(".") ? because.substring(0, because.length() - 1) : because);
    }

    /** A number within a sentence, with the reader's decimal mark. */
    String number(double value, int decimals) {
        return String.format(locale, "%,." + decimals + "f", value);
    }

    /** A number as a cell of that format shows it. */
    String shown(double value, Format format) {
        return switch (format) {
            case COUNT -> number(value, 0);
            case SHARE -> number(100 * value, 1) + percent();
            case PERCENT -> number(100 * value, 0) + percent();
            case SCORE -> (value > 0 ? "+" : "") + number(value, 1);
            case DECIMAL -> number(value, 2);
            case COEFFICIENT, P_VALUE -> number(value, 3);
            case GENERAL, TEXT, DATE, DATE_TIME -> {
                NumberFormat general = NumberFormat.getInstance(locale);
                general.setMaximumFractionDigits(3);
                yield general.format(value);
            }
        };
    }

    private String percent() {
        return locale.getLanguage().equals("fr") ? "\u202F%" : "%";
    }

    /** A p-value within a sentence; a tiny one is not shown as 0. */
    String p(double value) {
        return value < 0.001 ? "< " + number(0.001, 3) : "= " + number(value, 3);
    }

    boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }
}
