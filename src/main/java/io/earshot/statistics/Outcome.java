package io.earshot.statistics;

import static java.util.Objects.requireNonNull;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statistic, or why there is none; the reason takes the place of the NaN that would travel.
 *
 * @param <T> the statistic
 */
public sealed interface Outcome<T> {
    <R> R cases(Function<? super T, ? extends R> defined, Function<Undefined<T>, ? extends R> undefined);

    static <T> Outcome<T> of(T value) {
        return new Defined<>(value);
    }

    static <T> Outcome<T> undefined(Reason reason, String sentence, Object... arguments) {
        return new Undefined<>(reason, sentence.formatted(arguments));
    }

    default boolean isDefined() {
        return this instanceof Defined;
    }

    default Optional<T> toOptional() {
        return cases(Optional::of, undefined -> Optional.empty());
    }

    /** @throws NoSuchElementException with the reason's sentence, if there is no value */
    default T orElseThrow() {
        return cases(Function.identity(), undefined -> {
            throw new NoSuchElementException(undefined.sentence());
        });
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return cases(
                value -> new Defined<>(change.apply(value)),
                undefined -> new Undefined<>(undefined.reason(), undefined.sentence()));
    }

    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> change) {
        return cases(change, undefined -> new Undefined<>(undefined.reason(), undefined.sentence()));
    }

    /** A statistic that is defined for these data. */
    record Defined<T>(T value) implements Outcome<T> {
        public Defined {
            requireNonNull(value, "value");
        }

        @Override
        public <R> R cases(Function<? super T, ? extends R> defined, Function<Undefined<T>, ? extends R> undefined) {
            return defined.apply(value);
        }
    }

    /**
     * A statistic that these data don't define.
     *
     * @param sentence the reason in words, with the names and numbers that led to it
     */
    record Undefined<T>(Reason reason, String sentence) implements Outcome<T> {
        public Undefined {
            requireNonNull(reason, "reason");
            requireNonNull(sentence, "sentence");
        }

        @Override
        public <R> R cases(Function<? super T, ? extends R> defined, Function<Undefined<T>, ? extends R> undefined) {
            return undefined.apply(this);
        }
    }
}
