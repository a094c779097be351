package io.earshot.questionnaire;

import io.earshot.questionnaire.check.QuestionnaireCheck;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Reviews the templates for nobody. */
@Singleton
public class QuestionnaireRehearsal {
    private final Templates templates;
    private final QuestionnaireCheck check;

    QuestionnaireRehearsal(Templates templates, QuestionnaireCheck check) {
        this.templates = templates;
        this.check = check;
    }

    /** Until the thread is interrupted. */
    public void once() {
        for (String name : templates.names()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            review(templates.content(name).toString());
        }
    }

    /** Goes the way of a draft that is sent, checked and published. */
    private void review(String json) {
        String stored = QuestionnaireBody.content(json.getBytes(StandardCharsets.UTF_8));
        check.review(QuestionnaireJson.tree(stored));
    }
}
