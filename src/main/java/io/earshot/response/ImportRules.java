package io.earshot.response;

import io.earshot.device.Attribute;
import io.earshot.device.CapturePolicy;
import io.earshot.device.Catalogue;
import io.earshot.device.PrivacyClass;
import java.util.Map;
import java.util.Optional;

/**
 * What a file may hold besides answers.
 *
 * @param declared  the workspace's own attributes, by name
 * @param anonymous whether nothing may be kept that leads to who answered
 */
record ImportRules(Catalogue catalogue, Map<String, Attribute> declared, boolean anonymous) {
    ImportRules {
        declared = Map.copyOf(declared);
    }

    static ImportRules of(Catalogue catalogue, CapturePolicy policy) {
        return new ImportRules(catalogue, policy.declared(), policy.anonymous());
    }

    Optional<Attribute> attribute(String name) {
        return catalogue.attribute(name).or(() -> Optional.ofNullable(declared.get(name)));
    }

    /** Whether an attribute that may be imported is left out all the same. */
    boolean leavesOut(Attribute attribute) {
        return anonymous && attribute.privacy() != PrivacyClass.NON_IDENTIFYING;
    }

    /** Whether a field says who answered, or exactly when. */
    boolean leavesOut(ImportField field) {
        return anonymous && (field == ImportField.RESPONDENT || field == ImportField.STARTED_AT);
    }
}
