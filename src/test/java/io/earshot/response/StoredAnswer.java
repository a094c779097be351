package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program reads of a response. */
@JsonIgnoreProperties(ignoreUnknown = true)
record StoredAnswer(
        String id,
        String respondent,
        int version,
        int sequence,
        String status,
        @Nullable String language,
        Map<String, Object> answers,
        Map<String, Object> context,
        @Nullable String startedAt,
        @Nullable String submittedAt,
        String receivedAt) {}
