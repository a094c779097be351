package io.earshot.questionnaire;

import io.earshot.questionnaire.flow.Flow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Published content that was parsed lately, because every stored response needs it again. It never changes, so nothing is
 * ever out of date. Safe for use by many threads.
 */
final class ReadQuestionnaires {
    private final long maxCharacters;
    private final Map<Key, Read> byUse = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    private record Key(UUID workspace, UUID questionnaire, int version) {}

    record Read(Questionnaire content, Flow flow, String json) {
        static Read of(String json) {
            Questionnaire content = Questionnaire.read(json);
            return new Read(content, Flow.of(content), json);
        }
    }

    /** @param maxCharacters how much JSON to keep in all; what was not used for longest goes first */
    ReadQuestionnaires(long maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** @param json asked for the content if it is not kept; not called while others wait */
    Read get(UUID workspace, UUID questionnaire, int version, Supplier<String> json) {
        Key key = new Key(workspace, questionnaire, version);
        synchronized (byUse) {
            Read kept = byUse.get(key);
            if (kept != null) {
                return kept;
            }
        }
        String source = json.get();
        Read read = Read.of(source);
        synchronized (byUse) {
            if (byUse.put(key, read) == null) {
                characters += source.length();
            }
            shrink();
        }
        return read;
    }

    private void shrink() {
        var oldest = byUse.entrySet().iterator();
        while (characters > maxCharacters && oldest.hasNext()) {
            characters -= oldest.next().getValue().json().length();
            oldest.remove();
        }
    }
}
