package io.earshot.questionnaire.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.questionnaire.QuestionnaireJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "double-barrelled;en;How satisfied are you with the price and the quality?",
                "double-barrelled;fr;Êtes-vous satisfait du prix et de la qualité ?",
                "double-barrelled;en;How good is the speed/reliability?",
                "leading-wording;en;Don’t you think that it is fast?",
                "leading-wording;en;Do you agree that it is fast?",
                "leading-wording;fr;Ne pensez-vous pas que c’est rapide ?",
                "leading-wording;fr;Que pensez-vous de notre excellent service ?",
                "absolute-wording;en;Do you always back up your files?",
                "absolute-wording;fr;Sauvegardez-vous toujours vos fichiers ?",
                "double-negation;en;Do you disagree that we should not close the shop?",
                "jargon;en;Which touchpoint do you prefer?",
            })
    void aWordingThatIsHardToAnswerIsSeen(String code, String language, String words) {
        assertThat(codes(question(language, words))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en;How satisfied are you with our terms and conditions?",
                "en;On a scale between 1 and 5, how good was it?",
                "en;Do you like it and/or use it?",
                "en;What didn’t you like?",
                "en;How likely are you to recommend us to a friend or colleague?",
                "fr;Quelle note entre 1 et 5 lui donnez-vous ?",
                "fr;Que n’avez-vous pas trouvé ?",
                "fr;Recommanderiez-vous ce service à vos amis et collègues ?",
            })
    void aPlainQuestionIsLeftAlone(String language, String words) {
        assertThat(codes(question(language, words))).isEmpty();
    }

    @Test
    void theWordingOfAnInstrumentThatOthersMadeIsLeftAlone() {
        String content = question("en", "Do you always like the price and the quality?");

        assertThat(codes(content.replace("'pages'", "'source':'Brooke (1996)','pages'")))
                .isEmpty();
    }

    @Test
    void aScaleHasAsManyGoodLabelsAsBadOnes() {
        assertThat(codes(scale("Poor", "Fair", "Good", "Very good", "Excellent")))
                .containsExactly("unbalanced-scale");
        assertThat(codes(scale("Disagree", "Agree", "Strongly agree", "Neither")))
                .contains("unbalanced-scale");
        assertThat(codes(scale("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")))
                .isEmpty();
        assertThat(codes(scale("Not at all satisfied", "Slightly satisfied", "Very satisfied")))
                .isEmpty();
        assertThat(codes(scale("Never", "Sometimes", "Often", "Always"))).isEmpty();
    }

    @Test
    void aChoiceLeavesNobodyOut() {
        assertThat(codes(choice("Bus", "Train", "Car", "Bicycle"))).containsExactly("no-way-out");
        assertThat(codes(choice("Bus", "Train", "Car", "Other"))).isEmpty();
        assertThat(codes(choice("Never", "Once a week", "Twice a week", "Every day")))
                .isEmpty();
    }

    @Test
    void manyOptionsAreShuffledOrSorted() {
        assertThat(codes(choice("K", "B", "C", "A", "J", "F", "G", "D", "I", "H", "E", "Other")))
                .containsExactly("unshuffled-options");
        assertThat(codes(choice("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "Other")))
                .isEmpty();
    }

    @Test
    void whatManyWouldRatherNotTellIsNotDemanded() {
        String asked = question("en", "What is your annual income?").replace("'yes_no'", "'yes_no','required':true");

        assertThat(codes(asked)).containsExactly("required-sensitive");
        assertThat(codes(asked.replace(",'required':true", ""))).isEmpty();
    }

    @Test
    void whatIsPipedHasWordsToStandInForIt() {
        assertThat(codes(question("en", "Is it good, {{traits.firstName}}?")))
                .containsExactly("piping-without-fallback");
        assertThat(codes(question("en", "Is it good, {{traits.firstName|you}}?")))
                .isEmpty();
    }

    @Test
    void longTextsAndLongQuestionnairesAreToldSo() {
        assertThat(codes(question("en", "Is it good? " + "word ".repeat(41)))).containsExactly("long-text");
        assertThat(codes("{'name':'q','title':'Q','defaultLanguage':'en','pages':[{'name':'p','elements':["
                        + "{'type':'text','name':'t','text':'Why?','long':true}"
                        + elements(14) + "]}]}"))
                .containsExactly("long-questionnaire");
    }

    /** By the documented formula: 4 characters of text at 0.068 s, and 2 s for the answer, are 2.272 s. */
    @Test
    void theTimeIsReadingAndAnswering() {
        assertThat(review(question("en", "Good")).estimatedSeconds()).isEqualTo(3);
        assertThat(review(question("en", "Good" + "d".repeat(100))).estimatedSeconds())
                .isEqualTo(10);
    }

    private static String elements(int count) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < count; i++) {
            elements.append(",{'type':'text','name':'t").append(i).append("','text':'Why?','long':true}");
        }
        return elements.toString();
    }

    private static String question(String language, String words) {
        return "{'name':'q','title':'Q','defaultLanguage':'" + language + "','pages':[{'name':'p','elements':["
                + "{'type':'yes_no','name':'y','text':'" + words + "'}]}]}";
    }

    private static String scale(String... labels) {
        return question("en", "How is it?")
                .replace(
                        "{'type':'yes_no','name':'y'",
                        "{'type':'likert','name':'y','rows':[{'name':'r','text':'This'}],'scale':[" + coded(labels)
                                + "]");
    }

    private static String choice(String... labels) {
        return question("en", "Which one?")
                .replace(
                        "{'type':'yes_no','name':'y'",
                        "{'type':'single_choice','name':'y','options':[" + coded(labels) + "]");
    }

    private static String coded(String... labels) {
        StringBuilder coded = new StringBuilder();
        for (int i = 0; i < labels.length; i++) {
            coded.append(i == 0 ? "" : ",")
                    .append("{'code':")
                    .append(i)
                    .append(",'text':'")
                    .append(labels[i])
                    .append("'}");
        }
        return coded.toString();
    }

    private static List<String> codes(String content) {
        return review(content).findings().stream().map(Finding::code).toList();
    }

    private static Review review(String content) {
        return new QuestionnaireCheck().review(QuestionnaireJson.tree(content.replace('\'', '"')));
    }
}
