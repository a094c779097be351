package io.earshot.privacy;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.earshot.device.Catalogue;
import io.earshot.device.CustomAttribute;
import io.earshot.device.CustomAttributes;
import io.earshot.file.StoredFiles;
import io.earshot.prompt.ExposureErasure;
import io.earshot.workspace.Audit;
import io.earshot.workspace.Database;
import io.earshot.workspace.PrivacyOfWorkspaces;
import io.earshot.workspace.PrivacySettings;
import io.earshot.workspace.PrivacySettings.RetentionDays;
import io.earshot.workspace.RecurringJob;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes every night what has been kept for as long as its workspace said. A thousand rows are a transaction, so that a run
 * that is stopped has lost nothing and the next goes on from there.
 */
@Singleton
class Retention implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
    private static final int ROWS = 1000;

    private final PrivacyOfWorkspaces settings;
    private final Catalogue catalogue;
    private final CustomAttributes customAttributes;
    private final StoredFiles files;
    private final List<Expiring> others;
    private final Database database;
    private final Audit audit;
    private final Clock clock;

    Retention(
            PrivacyOfWorkspaces settings,
            Catalogue catalogue,
            CustomAttributes customAttributes,
            StoredFiles files,
            @All List<Expiring> others,
            Database database,
            Audit audit,
            Clock clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.customAttributes = customAttributes;
        this.files = files;
        this.others = others;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Schedule schedule() {
        return Schedules.daily(ZoneOffset.UTC, AT_NIGHT);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        settings.all().forEach((workspace, wanted) -> {
            Map<String, Integer> removed = new TreeMap<>();
            enforce(workspace, wanted, removed, stopping);
            removed.values().removeIf(rows -> rows == 0);
            if (!removed.isEmpty()) {
                LOG.infof("Retention in workspace %s removed %s", workspace, removed);
                database.inTransaction(connection -> {
                    audit.note(
                            connection,
                            workspace,
                            "retention",
                            "retention.enforced",
                            "workspace:" + workspace,
                            removed);
                    return removed;
                });
            }
        });
    }

    private void enforce(
            UUID workspace, PrivacySettings wanted, Map<String, Integer> removed, BooleanSupplier stopping) {
        RetentionDays days = wanted.retentionDays() == null ? RetentionDays.FOR_EVER : wanted.retentionDays();
        Integer filesDays = shorter(days.files(), days.responses());
        if (filesDays != null) {
            Instant before = cutoff(filesDays);
            again(removed, "files", stopping, () -> files.deleteBefore(workspace, before, ROWS));
        }
        rows(workspace, "response", "received_at", days.responses(), removed, stopping);
        rows(workspace, "quarantine", "received_at", days.quarantine(), removed, stopping);
        rows(workspace, "response_erased", "erased_at", days.erasures(), removed, stopping);
        if (days.exposures() != null) {
            Instant before = cutoff(days.exposures());
            rows(workspace, "prompt_event", "received_at", days.exposures(), removed, stopping);
            again(
                    removed,
                    "exposure",
                    stopping,
                    () -> database.inTransaction(
                            connection -> ExposureErasure.before(connection, workspace, before, ROWS)));
            rows(workspace, "respondent", "last_seen_at", days.exposures(), removed, stopping);
        }
        metadata(workspace, wanted, removed, stopping);
        for (Expiring other : others) {
            Integer otherDays = other.days(days);
            if (otherDays != null) {
                Instant before = cutoff(otherDays);
                again(removed, other.name(), stopping, () -> other.remove(workspace, before));
            }
        }
    }

    private void metadata(
            UUID workspace, PrivacySettings wanted, Map<String, Integer> removed, BooleanSupplier stopping) {
        Map<Integer, List<String>> namesByDays = new TreeMap<>();
        Map<String, Integer> byClass =
                wanted.metadataRetentionDays() == null ? Map.of() : wanted.metadataRetentionDays();
        catalogue
                .attributes()
                .forEach(attribute ->
                        add(namesByDays, byClass.get(attribute.privacy().word()), attribute.name()));
        for (CustomAttribute custom : customAttributes.of(workspace)) {
            Integer own = custom.retentionDays();
            add(namesByDays, own != null ? own : byClass.get(custom.privacy().word()), custom.name());
        }
        namesByDays.forEach((days, names) -> {
            Instant before = cutoff(days);
            again(
                    removed,
                    "metadata",
                    stopping,
                    () -> database.run(connection -> clear(connection, workspace, names, before)));
        });
    }

    private static void add(Map<Integer, List<String>> namesByDays, @Nullable Integer days, String name) {
        if (days != null) {
            namesByDays.computeIfAbsent(days, none -> new ArrayList<>()).add(name);
        }
    }

    private static int clear(Connection connection, UUID workspace, List<String> names, Instant before)
            throws SQLException {
        String sql =
                """
                update response set context = (context::jsonb - ?::text[])::json
                where ctid = any(array(select ctid from response
                    where workspace_id = ? and received_at < ? and jsonb_exists_any(context::jsonb, ?::text[])
                    limit ? for update skip locked))""";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("text", names.toArray()));
            update.setObject(2, workspace);
            update.setObject(3, before.atOffset(ZoneOffset.UTC));
            update.setArray(4, connection.createArrayOf("text", names.toArray()));
            update.setInt(5, ROWS);
            return update.executeUpdate();
        }
    }

    private void rows(
            UUID workspace,
            String table,
            String time,
            @Nullable Integer days,
            Map<String, Integer> removed,
            BooleanSupplier stopping) {
        if (days == null) {
            return;
        }
        Instant before = cutoff(days);
        String sql = "delete from " + table + " where ctid = any(array(select ctid from " + table
                + " where workspace_id = ? and " + time + " < ? limit ? for update skip locked))";
        again(
                removed,
                table,
                stopping,
                () -> database.run(connection -> {
                    try (PreparedStatement delete = connection.prepareStatement(sql)) {
                        delete.setObject(1, workspace);
                        delete.setObject(2, before.atOffset(ZoneOffset.UTC));
                        delete.setInt(3, ROWS);
                        return delete.executeUpdate();
                    }
                }));
    }

    private interface Piece {
        int remove();
    }

    private static void again(Map<String, Integer> removed, String what, BooleanSupplier stopping, Piece piece) {
        int last;
        do {
            last = piece.remove();
            removed.merge(what, last, Integer::sum);
        } while (last > 0 && !stopping.getAsBoolean());
    }

    private Instant cutoff(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private static @Nullable Integer shorter(@Nullable Integer a, @Nullable Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.min(a, b);
    }
}
