package io.earshot.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonsenseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdfasdf",
                "qwertyuiop",
                "aaaaaaaa",
                "hjkl hjkl bcdfghjk wrtpsd",
                "xkcdfghjk",
                "........",
                "lalalalala"
            })
    void hammeringIsNonsense(String text) {
        assertThat(Nonsense.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The queue was too long",
                "ok",
                "Angstschweiß im Rechtsschutz",
                "C'était très bien, merci!",
                "https://shop.example/checkout",
                "Crash in HTTP/2 when TLS 1.3 is on",
                "価格が高すぎると思います",
                "Слишком дорого для меня",
                "12345678",
                "strengths and rhythm",
                "Wszystko w porządku"
            })
    void languageIsNot(String text) {
        assertThat(Nonsense.is(text)).isFalse();
    }
}
