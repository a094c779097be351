package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Widths in LiberationSans-Regular.ttf: of 2,048 units an em, o has 1139, w 1479, l 455, ö 1139. */
class ArialTextTest {
    @Test
    void aTextIsAsWideAsItsLetters() {
        assertThat(ArialText.width("low", 10)).isCloseTo(10 * (455 + 1139 + 1479) / 2048.0, within(0.02));
        assertThat(ArialText.width("löw", 10)).isEqualTo(ArialText.width("low", 10));
        assertThat(ArialText.width("東京", 10)).isEqualTo(20);
    }

    @Test
    void wordsGoToTheNextLineWhole() {
        double room = ArialText.width("low low", 10);

        assertThat(ArialText.lines("low low", room, 10)).isEqualTo(1);
        assertThat(ArialText.lines("low low", room - 1, 10)).isEqualTo(2);
        assertThat(ArialText.lines("low low low", room, 10)).isEqualTo(2);
    }

    @Test
    void aWordThatIsWiderThanALineIsBroken() {
        assertThat(ArialText.lines("lowlowlow", ArialText.width("low", 10), 10)).isEqualTo(3);
    }

    @Test
    void aParagraphBeginsALineAlsoIfItIsEmpty() {
        assertThat(ArialText.lines("low\n\nlow", 100, 10)).isEqualTo(3);
        assertThat(ArialText.lines("", 100, 10)).isEqualTo(1);
        assertThat(ArialText.lines("low", 0, 10)).as("in no room at all").isPositive();
    }
}
