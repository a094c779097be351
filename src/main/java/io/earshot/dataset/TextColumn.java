package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Free texts as they were given. */
public final class TextColumn implements Column {
    private final Variable variable;
    private final List<String> texts;
    private final Absences absences;

    private TextColumn(Variable variable, List<String> texts, Absences absences) {
        this.variable = variable;
        this.texts = texts;
        this.absences = absences;
    }

    /** The row's text, not blank-trimmed; empty if the row is missing. */
    public Optional<String> text(int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(texts.get(row));
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return texts.size();
    }

    @Override
    public Optional<Missing> missing(int row) {
        return isMissing(row) ? Optional.of(absences.kind(row)) : Optional.empty();
    }

    @Override
    public boolean isMissing(int row) {
        return absences.contains(row);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.text(this);
    }

    public static Builder builder(Variable variable) {
        return new Builder(variable);
    }

    /** Takes a column row by row; for one thread. */
    public static final class Builder {
        private final Variable variable;
        private final List<String> texts = new ArrayList<>();
        private final Absences absences = new Absences();

        private Builder(Variable variable) {
            this.variable = variable;
        }

        public Builder add(String text) {
            texts.add(text);
            return this;
        }

        public Builder addMissing(Missing kind) {
            absences.set(texts.size(), kind);
            texts.add("");
            return this;
        }

        public TextColumn build() {
            return new TextColumn(variable, List.copyOf(texts), absences.copy());
        }
    }
}
