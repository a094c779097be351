package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is piped into a text exists, is known when the text is read, and has words to stand in for it. */
final class PipingRule implements Rule {
    private static final Pattern PIPE = Pattern.compile("\\{\\{([^{}|]*)(\\|[^{}]*)?}}");
    private static final Pattern PATH = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)((?:\\.[A-Za-z0-9_-]+)*)\\s*");

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        Known known = new Known(instrument);
        boolean branches = instrument.pages().stream().anyMatch(page -> page.has("goTo"));
        for (Wording text : instrument.texts()) {
            // The same fault in twelve languages is one finding, at the text and not at each of its languages.
            Map<String, Finding> found = new LinkedHashMap<>();
            text.each(instrument.defaultLanguage(), (language, words) -> {
                if (words.contains("{{")) {
                    pipes(
                            words,
                            text,
                            instrument,
                            known,
                            branches,
                            finding -> found.putIfAbsent(finding.code() + finding.message(), finding));
                }
            });
            found.values().forEach(findings);
        }
    }

    private static void pipes(
            String words,
            Wording text,
            Instrument instrument,
            Known known,
            boolean branches,
            Consumer<Finding> findings) {
        Matcher pipe = PIPE.matcher(words);
        int good = 0;
        Map<String, Boolean> withFallback = new TreeMap<>();
        while (pipe.find()) {
            Matcher path = PATH.matcher(pipe.group(1));
            if (path.matches()) {
                good++;
                String name = path.group(1);
                boolean told = name.equals("traits") || name.equals("context");
                known.of(
                                told || path.group(2).isEmpty() ? name : name + path.group(2),
                                text.moment(),
                                "The text pipes",
                                text.place())
                        .ifPresent(findings);
                boolean safe = pipe.group(2) != null || isAlwaysKnown(name, instrument, branches);
                withFallback.merge(name + path.group(2), safe, Boolean::logicalAnd);
            }
        }
        if (good < occurrences(words)) {
            findings.accept(Finding.error(
                    "invalid-piping",
                    text.place().pointer(),
                    "What stands between {{ and }} must be a name and perhaps a fallback, such as {{traits.firstName|you}};"
                            + " correct it."));
        }
        withFallback.forEach((path, safe) -> {
            if (!safe) {
                findings.accept(Finding.advice(
                        "piping-without-fallback",
                        text.place().pointer(),
                        "Where " + path + " has no value, nothing is read in its place; add words after |, as in {{"
                                + path + "|...}}."));
            }
        });
    }

    private static int occurrences(String words) {
        int count = 0;
        for (int at = words.indexOf("{{"); at >= 0; at = words.indexOf("{{", at + 2)) {
            count++;
        }
        return count;
    }

    /** Whether everybody who reads on has answered it. */
    private static boolean isAlwaysKnown(String name, Instrument instrument, boolean branches) {
        Optional<Asked> asked = instrument
                .variable(name)
                .filter(variable -> !branches && variable.name().equals(name))
                .flatMap(variable -> Optional.ofNullable(variable.asked()));
        return asked.filter(element -> {
                    JsonNode page = instrument.pages().get(element.page()).json();
                    return element.place().flag("required")
                            && element.isAlwaysShown()
                            && page.path("visibleIf").isMissingNode()
                            && element.variables().stream()
                                    .anyMatch(variable -> variable.name().equals(name)
                                            && !variable.place().has("openText"));
                })
                .isPresent();
    }
}
