package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which anybody reads a report's summary.
 *
 * @param path where, below the service's own address; told once, when the link is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportLink(UUID id, @Nullable String path, Instant createdAt, Instant expiresAt) {}
