package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that a report found.
 *
 * @param codebook every column of the data, whether the report uses it or not, in the order of the data sheets
 * @param findings in the order that the definition asks for them
 */
public record Results(About about, List<CodebookEntry> codebook, List<Finding> findings) {
    public Results {
        requireNonNull(about, "about");
        codebook = List.copyOf(codebook);
        findings = List.copyOf(findings);
    }

    /** The findings of one kind, in order. */
    public <F extends Finding> Stream<F> of(Class<F> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast);
    }
}
