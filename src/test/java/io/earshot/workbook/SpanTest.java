package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void anAxisGoesFromTheRoundNumberBelowTheLeastToTheOneAboveTheMost() {
        assertThat(Span.around(DoubleStream.of(0.0026, 0.2724, 0.146))).isEqualTo(new Span(0, 0.3, 0.05));
        assertThat(Span.around(DoubleStream.of(38.4, 68.2))).isEqualTo(new Span(35, 70, 5));
        assertThat(Span.around(DoubleStream.of(-0.61, -0.12))).isEqualTo(new Span(-0.7, -0.1, 0.1));
    }

    @Test
    void roundNumbersAtTheEndsAreTheEnds() {
        assertThat(Span.around(DoubleStream.of(0, 100))).isEqualTo(new Span(0, 100, 20));
    }

    @Test
    void whatDoesNotDifferHasRoomOnBothSides() {
        Span span = Span.around(DoubleStream.of(50, 50, Double.NaN));

        assertThat(span.low()).isLessThan(50);
        assertThat(span.high()).isGreaterThan(50);
        assertThat(Span.around(DoubleStream.of(0)).place(0)).isEqualTo(0.5);
    }

    @Test
    void whereThereIsNoNumberTheAxisGoesFromZeroToOne() {
        assertThat(Span.around(DoubleStream.of(Double.NaN))).isEqualTo(new Span(0, 1, 0.2));
    }
}
