package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abc;3",
                "a|bcd;1",
                "a{3,5}b*c+;4",
                "(ab|c){2};2",
                "[0-9]{4}-[0-9]{2};7",
                "[]a]b;2",
                "[^]]x;2",
                "[[:alpha:]]{2};2",
                "\\d\\.\\x{1F600};3",
                "\\p{Greek}\\pL;2",
                "(?i)a(?:b)?;1",
                "(?P<n>ab);2",
                "^a$;1",
                "\\Qa+b\\Ec;4",
                "();0",
                "é😀;2",
                "((((a{9}){9}){9}){9});6561"
            })
    void theShortestMatchIsKnown(String pattern, long least) {
        assertThat(PatternShape.of(pattern).least()).isEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+", "(a*b)*", "((a+)b){2,}", "(x(a|b+))*", "(?:\\d+,?)+"})
    void repetitionInsideARepetitionIsSeen(String pattern) {
        assertThat(PatternShape.of(pattern).nested()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b+", "(a{1,3})+", "(a+){2,5}", "[a+]+", "\\++", "(a|b)*c?"})
    void repetitionBesideARepetitionIsFine(String pattern) {
        assertThat(PatternShape.of(pattern).nested()).isFalse();
    }

    /** Compiling such a thing would take all memory. */
    @ParameterizedTest
    @ValueSource(strings = {"((((a{1000}){1000}){1000}){1000})", "(a{50}){50}", "((ab|c){40}d){30}"})
    void whatIsHugeOnceWrittenOutIsRefusedBeforeItIsCompiled(String pattern) {
        assertThatThrownBy(() -> AnswerPattern.of(pattern)).hasMessageContaining("written out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a",
                "a)",
                "(((",
                "[a",
                "a{",
                "a{2",
                "(?",
                "(?:",
                "\\",
                "*",
                "(|",
                "a{999999999}{999999999}",
                "\\Qa"
            })
    void whatCanNotBeCompiledIsLookedAtWithoutHarm(String pattern) {
        assertThat(PatternShape.of(pattern).least()).isBetween(0L, PatternShape.MUCH);
    }
}
