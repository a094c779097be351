package io.earshot.questionnaire.check;

import java.util.List;

/**
 * How a later version of a questionnaire differs from an earlier one.
 *
 * @param from      the earlier version
 * @param to        the later version, or {@code draft}
 * @param variables every variable of either, in the order of the later one, those that are gone last
 * @param flow      what else is different: pages, their order and conditions, endings, quotas
 */
public record VersionDifference(String from, String to, List<VariableChange> variables, List<FlowChange> flow) {
    public VersionDifference {
        variables = List.copyOf(variables);
        flow = List.copyOf(flow);
    }

    /**
     * What became of a variable.
     *
     * @param state    {@code added}, {@code removed}, {@code changed} or {@code same}
     * @param changes  what is different about it; empty unless changed
     * @param poolable whether the data of both versions can stand in one column and mean the same
     * @param why      the reason, and what to look at first, as a sentence
     */
    public record VariableChange(String name, String state, List<Change> changes, boolean poolable, String why) {
        public VariableChange {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One thing that is different about a variable.
     *
     * @param what   {@code type}, {@code wording}, {@code translation}, {@code options-added}, {@code options-removed},
     *     {@code options-relabelled}, {@code options-reordered}, {@code scale}, {@code measure}, {@code limits}, {@code unit},
     *     {@code condition}, {@code required}, {@code scoring} or {@code sets}
     * @param detail the values before and after, or the codes
     */
    public record Change(String what, String detail) {}

    /**
     * One thing that is different about the way through the questionnaire.
     *
     * @param what {@code page-added}, {@code page-removed}, {@code page-moved}, {@code page-changed}, {@code element-moved},
     *     {@code endings}, {@code quotas}, {@code order} or {@code language}
     * @param name the page or element that it is about; the questionnaire's own member otherwise
     */
    public record FlowChange(String what, String name, String detail) {}
}
