package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that a report found.
 *
 * @param codebook every variable of the questionnaire, whether the report uses it or not
 * @param findings in the order that the definition asks for them
 */
public record Results(About about, List<CodebookEntry> codebook, List<Finding> findings) {
    public Results {
        requireNonNull(about, "about");
        codebook = List.copyOf(codebook);
        findings = List.copyOf(findings);
    }

    /**
     * A variable and how often it was answered.
     *
     * @param n       responses with a value
     * @param missing responses without
     */
    public record CodebookEntry(Subject subject, boolean reversed, long n, long missing) {
        public CodebookEntry {
            requireNonNull(subject, "subject");
        }
    }

    /** The findings of one kind, in order. */
    public <F extends Finding> Stream<F> of(Class<F> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast);
    }
}
