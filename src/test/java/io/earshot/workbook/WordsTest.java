package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void whyAFigureIsLackingIsToldInTheReadersLanguage(Reason reason) {
        Outcome.Undefined<Double> lacking = new Outcome.Undefined<>(reason, "3 things are lacking");

        assertThat(new Words("en").because(lacking)).isEqualTo("3 things are lacking");
        assertThat(new Words("fr").because(lacking)).isNotBlank().doesNotContain("lacking");
        assertThat(new Words("en").lacking(lacking)).isEqualTo("Not computed: 3 things are lacking.");
        assertThat(new Words("fr").lacking(lacking))
                .startsWith("Non calculé : ")
                .endsWith(".")
                .doesNotEndWith("..");
    }
}
