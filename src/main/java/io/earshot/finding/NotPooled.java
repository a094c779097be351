package io.earshot.finding;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * Answers of other versions that the report leaves out, since they mean something else there than in the version that it is
 * of: they count as not asked.
 */
@JsonTypeName("not-pooled")
public record NotPooled(List<Variable> variables) implements ModuleFinding {
    public NotPooled {
        variables = List.copyOf(variables);
    }

    /**
     * A variable in one version.
     *
     * @param changes what is different about it, as the comparison of versions words it, such as {@code scale}
     * @param why     the reason as a sentence in English
     */
    public record Variable(String variable, int version, List<String> changes, String why) {
        public Variable {
            changes = List.copyOf(changes);
        }
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.notPooled(this);
    }
}
