package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the service's own clock adds to the metadata of a response. */
final class KnownToUs {
    /** So long may a change be on its way before it counts as having waited on the device. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private KnownToUs() {}

    /** @param untied true to leave out what a clock says, which is a mark of its device */
    static Map<String, JsonNode> of(Submission submission, Instant receivedAt, boolean untied) {
        Map<String, JsonNode> known = new HashMap<>();
        Instant sent = submission.sentAt();
        Instant occurred = submission.occurredAt();
        if (sent != null && !untied) {
            // Above 0 if the device's clock is behind ours; the way here is in it.
            known.put(
                    "earshot.clock.offset",
                    LongNode.valueOf(Duration.between(sent, receivedAt).toMillis()));
        }
        if (sent != null && occurred != null) {
            boolean waited = Duration.between(occurred, sent).compareTo(ON_ITS_WAY) > 0;
            known.put("earshot.offline", BooleanNode.valueOf(waited));
        }
        return known;
    }
}
