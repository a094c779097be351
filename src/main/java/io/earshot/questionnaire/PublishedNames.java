package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.check.EarlierNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * The names of published versions, remembered because every check asks for them and they never change. Safe for use by many
 * threads.
 */
final class PublishedNames {
    /** About 30 MB; what was not used for longest goes first. */
    private static final long KEPT_NAMES = 200_000;

    private final Map<UUID, Read> byUse = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;

    /** @param version the last version that was read, those before it included */
    private record Read(EarlierNames names, int version) {}

    /**
     * @param latest  the last version, 0 if there is none
     * @param content asked for the versions that were not read yet, oldest first
     */
    EarlierNames upTo(UUID questionnaire, int latest, IntFunction<JsonNode> content) {
        Read read;
        synchronized (byUse) {
            read = byUse.get(questionnaire);
        }
        EarlierNames names = read == null || read.version > latest ? EarlierNames.NONE : read.names;
        for (int version = read == null || read.version > latest ? 1 : read.version + 1; version <= latest; version++) {
            names = names.and(content.apply(version), version);
        }
        if (latest > 0) {
            keep(questionnaire, new Read(names, latest));
        }
        return names;
    }

    private void keep(UUID questionnaire, Read read) {
        synchronized (byUse) {
            Read before = byUse.put(questionnaire, read);
            kept += read.names.size() - (before == null ? 0 : before.names.size());
            var oldest = byUse.entrySet().iterator();
            while (kept > KEPT_NAMES && oldest.hasNext()) {
                kept -= oldest.next().getValue().names.size();
                oldest.remove();
            }
        }
    }
}
