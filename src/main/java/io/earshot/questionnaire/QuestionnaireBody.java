package io.earshot.questionnaire;

import io.earshot.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of calls that carry a questionnaire, which is kept as its author wrote it, white space included. */
final class QuestionnaireBody {
    /** A questionnaire of 500 questions with 5,000 options in 12 languages has about 5 million in 85,000 parts. */
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private QuestionnaireBody() {}

    /**
     * A questionnaire with a name for it.
     *
     * @param name    absent if none was sent, or no text
     * @param content the questionnaire's JSON; absent if none was sent, or no object
     * @param others  names of members that stand beside these two
     */
    record Named(@Nullable String name, @Nullable String content, List<String> others) {}

    /**
     * The JSON of a body that is a questionnaire.
     *
     * @throws Problem 400 or 413 if it is not a JSON object that can be stored
     */
    static String content(byte[] body) {
        return new SentObject(text(body)).read().json();
    }

    /**
     * A body with the members {@code name} and {@code content}.
     *
     * @throws Problem 400 or 413 if it is not a JSON object that can be stored
     */
    static Named named(byte[] body) {
        String name = null;
        String content = null;
        List<String> others = new ArrayList<>();
        for (SentObject.Member member : new SentObject(text(body)).read().members()) {
            switch (member.name()) {
                case "name" -> name = member.words().orElse(null);
                case "content" -> content = member.json().orElse(null);
                default -> others.add(member.name());
            }
        }
        return new Named(name, content, others);
    }

    private static String text(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw SentObject.tooLarge("The body has " + body.length + " bytes; " + MAX_BYTES + " are allowed.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("The body is not text in UTF-8.");
        }
    }
}
