package io.earshot.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A questionnaire as large as they come: 500 questions with 5,000 options, all in 12 languages. */
public final class LargeQuestionnaire {
    private static final List<String> LANGUAGES =
            List.of("en", "fr", "de", "es", "it", "pt", "nl", "pl", "sv", "tr", "ja", "ar");
    private static final int QUESTIONS = 500;
    private static final int ON_A_PAGE = 10;
    private static final int OPTIONS = 10;

    private LargeQuestionnaire() {}

    public static ObjectNode content() {
        ObjectNode content = new JsonMapper().createObjectNode();
        content.put("name", "large").set("title", text("A large questionnaire"));
        content.put("defaultLanguage", "en");
        ArrayNode pages = content.putArray("pages");
        for (int page = 0; page < QUESTIONS / ON_A_PAGE; page++) {
            ObjectNode added = pages.addObject().put("name", "p" + page);
            if (page > 0) {
                added.putObject("visibleIf")
                        .putArray("==")
                        .add(answer(page * ON_A_PAGE - 1))
                        .add(1);
            }
            ArrayNode elements = added.putArray("elements");
            for (int i = 0; i < ON_A_PAGE; i++) {
                question(elements.addObject(), page * ON_A_PAGE + i);
            }
        }
        return content;
    }

    private static ObjectNode answer(int question) {
        return new JsonMapper().createObjectNode().put("var", "q" + question);
    }

    private static void question(ObjectNode question, int number) {
        question.put("type", "single_choice").put("name", "q" + number);
        question.set("text", text("Which of these did you use last, for number " + number + "?"));
        ArrayNode options = question.putArray("options");
        for (int code = 1; code <= OPTIONS; code++) {
            options.addObject().put("code", code).set("text", text("The option number " + code + " of " + number));
        }
    }

    private static ObjectNode text(String words) {
        ObjectNode text = new JsonMapper().createObjectNode();
        LANGUAGES.forEach(language -> text.put(language, words + " (" + language.toUpperCase(Locale.ROOT) + ")"));
        return text;
    }
}
