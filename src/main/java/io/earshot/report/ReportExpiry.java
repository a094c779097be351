package io.earshot.report;

import io.earshot.privacy.Expiring;
import io.earshot.workspace.Database;
import io.earshot.workspace.PrivacySettings.RetentionDays;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes results that were kept for as long as their workspace says: numbers, page and workbook. The row stays a year
 * longer, so that whoever asks for the result is told what became of it.
 */
@Singleton
class ReportExpiry implements Expiring {
    /** A workbook may be large, and goes in the same transaction. */
    private static final int AT_ONCE = 10;

    private static final Duration TOLD = Duration.ofDays(365);

    private final Database database;
    private final Clock clock;

    ReportExpiry(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public @Nullable Integer days(RetentionDays days) {
        return days.reports();
    }

    @Override
    public int remove(UUID workspace, Instant before) {
        return expire(workspace, before) + forget(workspace, before);
    }

    private int expire(UUID workspace, Instant before) {
        String sql =
                """
                with old as (
                    select id from report where workspace_id = ? and status = 'done' and finished_at < ?
                    order by finished_at limit ? for update skip locked),
                chunks as (delete from report_chunk where report_id in (select id from old)),
                pages as (delete from report_summary where report_id in (select id from old))
                update report set status = 'expired', phase = 'expired', expired_at = ?, results = null,
                    workbook_bytes = null, workbook_sha256 = null
                where id in (select id from old)""";
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, workspace);
                update.setObject(2, before.atOffset(ZoneOffset.UTC));
                update.setInt(3, AT_ONCE);
                update.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                return update.executeUpdate();
            }
        });
    }

    /** Deletes what has no result: at once what never had one, later what had. */
    private int forget(UUID workspace, Instant before) {
        String sql =
                """
                delete from report where workspace_id = ? and id in (
                    select id from report where workspace_id = ? and finished_at < ?
                        and (status in ('failed', 'cancelled') or status = 'expired' and finished_at < ?)
                    limit 1000)""";
        return database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setObject(1, workspace);
                delete.setObject(2, workspace);
                delete.setObject(3, before.atOffset(ZoneOffset.UTC));
                delete.setObject(4, before.minus(TOLD).atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }
}
