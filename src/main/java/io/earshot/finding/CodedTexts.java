package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Frequencies;

/**
 * What open answers are about, by the codes that they were given.
 *
 * @param subject     the codes, with what they mean
 * @param by          the variable in which somebody wrote the codes; empty if they were given by words
 * @param base        responses with a text
 * @param frequencies of codes, of which a text may have several
 * @param uncoded     texts without a code
 */
@JsonTypeName("coded-texts")
public record CodedTexts(Subject subject, String by, Base base, Frequencies frequencies, long uncoded)
        implements ModuleFinding {
    public CodedTexts {
        requireNonNull(subject, "subject");
        requireNonNull(by, "by");
        requireNonNull(base, "base");
        requireNonNull(frequencies, "frequencies");
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.codedTexts(this);
    }
}
