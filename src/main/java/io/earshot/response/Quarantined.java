package io.earshot.response;

import io.earshot.problem.Fault;
import io.earshot.workspace.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was refused and is kept.
 *
 * @param app           null if it came by no app
 * @param respondent    as sent; null if it wasn't told
 * @param response      the id it was sent under; null for a row of a file
 * @param questionnaire as sent, so it may name nothing
 * @param body          exactly as sent; for a row of a file, an object of column to cell
 * @param signals       what the request told besides, as JSON
 */
record Quarantined(
        UUID workspace,
        Kind kind,
        @Nullable UUID app,
        @Nullable String respondent,
        @Nullable UUID response,
        @Nullable String questionnaire,
        @Nullable Integer version,
        String body,
        String signals,
        List<Fault> faults,
        Instant receivedAt) {
    enum Kind {
        RESPONSE,
        IMPORT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Quarantined {
        faults = List.copyOf(faults);
    }

    /** Of the content, so that a client which tries again and again is kept once. */
    UUID id() {
        return digest(workspace + " " + kind + " " + response + " " + questionnaire + " " + version + " " + body);
    }

    /** A UUID (version 8) of a text's SHA-256. */
    static UUID digest(String text) {
        ByteBuffer bits = ByteBuffer.wrap(Sha256.of(text));
        long high = bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
        long low = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
