package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Texts as they were given. */
public final class TextColumn implements Column {
    private final Variable variable;
    private final Texts texts;
    private final Absences absences;

    private TextColumn(Variable variable, Texts texts, Absences absences) {
        this.variable = variable;
        this.texts = texts;
        this.absences = absences;
    }

    /** A column of texts by their numbers in a list of them; a negative number is a row of which {@code absences} tells why. */
    static TextColumn numbered(Variable variable, List<byte[]> words, Codes numbers, Absences absences) {
        return new TextColumn(variable, Texts.numbered(words, numbers).trimmed(), absences);
    }

    /** Its texts by numbers, if they are few and are stored so. */
    Optional<Texts.Few> few() {
        return texts instanceof Texts.Few few ? Optional.of(few) : Optional.empty();
    }

    /** The row's text, not blank-trimmed; empty if the row is missing. */
    public Optional<String> text(int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(texts.get(row));
    }

    /** The row's text as a UUID; the row is not missing. */
    UUID id(int row) {
        return texts instanceof Texts.Ids ids ? ids.id(row) : UUID.fromString(texts.get(row));
    }

    /** How many rows have a text, which is not empty. */
    public long count(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a row without a text looks like an empty one");
        }
        return texts.count(AnyText.encoded(text));
    }

    /** The row's text in UTF-8, which the caller doesn't change; empty if the row is missing. */
    byte[] utf8(int row) {
        return texts.bytes(row);
    }

    /** The same rows, missing or not, with empty texts. */
    TextColumn emptied() {
        Texts empty = Texts.none();
        for (int row = 0; row < rows(); row++) {
            empty = empty.withNothing();
        }
        return new TextColumn(variable, empty.trimmed(), absences);
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
    public long count(Missing kind) {
        return absences.count(kind);
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
        private final Absences absences = new Absences();
        private Texts texts = Texts.none();

        private Builder(Variable variable) {
            this.variable = variable;
        }

        public Builder add(String text) {
            byte[] utf8 = AnyText.encoded(text);
            return add(utf8, 0, utf8.length);
        }

        public Builder addMissing(Missing kind) {
            absences.set(texts.size(), kind);
            texts = texts.withNothing();
            return this;
        }

        /** Adds a UUID by its halves. */
        Builder addId(long high, long low) {
            texts = texts.withId(high, low);
            return this;
        }

        /** Adds a text that is there in UTF-8. */
        Builder add(byte[] utf8, int from, int to) {
            texts = texts.with(utf8, from, to);
            return this;
        }

        /** Adds all rows of another column. */
        Builder addAll(TextColumn other) {
            absences.addAll(other.absences, texts.size());
            texts = texts.withAll(other.texts);
            return this;
        }

        public TextColumn build() {
            return new TextColumn(variable, texts.trimmed(), absences.copy());
        }
    }
}
