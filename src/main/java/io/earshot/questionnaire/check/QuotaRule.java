package io.earshot.questionnaire.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A quota leads to an ending that there is. */
final class QuotaRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        Set<String> endings = new HashSet<>();
        instrument.whole().each("endings").forEach(ending -> endings.add(ending.word("name")));
        instrument
                .whole()
                .each("quotas")
                .filter(quota -> quota.has("ending") && !endings.contains(quota.word("ending")))
                .forEach(quota -> findings.accept(Finding.error(
                        "unknown-ending",
                        quota.at("ending").pointer(),
                        "There is no ending " + quota.word("ending") + "; use the name of one or leave it out.")));
    }
}
