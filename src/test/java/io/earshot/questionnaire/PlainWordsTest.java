package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainWordsTest {
    @Test
    void emphasisAndLinksLeaveTheirWords() {
        assertThat(PlainWords.of("How **very** *satisfied* are you with _our_ [shop](https://shop.example/a?b=1)?"))
                .isEqualTo("How very satisfied are you with our shop?");
        assertThat(PlainWords.of("***All*** of it")).isEqualTo("All of it");
    }

    @Test
    void aPipeLeavesItsFallbackOrWhatItNames() {
        assertThat(PlainWords.of("How do you like {{plan|your plan}}, {{ traits.name }}?"))
                .isEqualTo("How do you like your plan, [traits.name]?");
        assertThat(PlainWords.of("{{product|}} again?")).isEqualTo("[product] again?");
    }

    @Test
    void itemsOfAListStandBehindADash() {
        assertThat(PlainWords.of("Think of\n- price\n* speed")).isEqualTo("Think of\n– price\n– speed");
    }

    @Test
    void whatIsNoMarkStays() {
        assertThat(PlainWords.of("2 * 3 * 4, snake_case_name, [a] (b), {{}}, 5 €* per month"))
                .isEqualTo("2 * 3 * 4, snake_case_name, [a] (b), {{}}, 5 €* per month");
        assertThat(PlainWords.of("-5 °C")).isEqualTo("-5 °C");
        assertThat(PlainWords.of("$1 \\ **$2**")).isEqualTo("$1 \\ $2");
    }
}
