package io.earshot.report;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.testing.Workspaces;
import io.earshot.workspace.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of reports as other nodes would leave them. */
@ApplicationScoped
public class ReportRows {
    private final Database database;

    ReportRows(Database database) {
        this.database = database;
    }

    /** A report that another node is making and is heard of. */
    Runs.Run heldElsewhere(Workspaces.Tenant tenant, String questionnaire) {
        return running(tenant, questionnaire, "now() + interval '1 hour'", 0);
    }

    /** A report whose node was last heard of long ago. */
    Runs.Run abandoned(Workspaces.Tenant tenant, String questionnaire, int crashes) {
        return running(tenant, questionnaire, "now() - interval '1 second'", crashes);
    }

    private Runs.Run running(Workspaces.Tenant tenant, String questionnaire, String leasedUntil, int crashes) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Definition definition = Definitions.readyMade("topline").orElseThrow();
        update(
                """
                insert into report (id, workspace_id, questionnaire_id, version, definition, definition_name,
                                    definition_hash, status, phase, progress, created_at, attempt, crashes, leased_until)
                values (?, ?, ?, 1, ?::jsonb, 'topline', 'hash', 'running', 'computing', 0.3, now(), 2, ?, """
                        + leasedUntil + ")",
                id,
                tenant.workspace(),
                UUID.fromString(questionnaire),
                Definitions.write(definition),
                crashes);
        return new Runs.Run(id, tenant.workspace(), UUID.fromString(questionnaire), 1, definition, 2);
    }

    /** So many reports that wait, all there at once. */
    void queued(Workspaces.Tenant tenant, String questionnaire, int count) {
        update(
                """
                insert into report (id, workspace_id, questionnaire_id, version, definition, definition_name,
                                    definition_hash, status, phase, progress, created_at)
                select gen_random_uuid(), ?, ?, 1, ?::jsonb, 'topline', 'hash', 'queued', 'waiting', 0, now()
                from generate_series(1, ?)""",
                tenant.workspace(),
                UUID.fromString(questionnaire),
                Definitions.write(Definitions.readyMade("topline").orElseThrow()),
                count);
    }

    long chunks(UUID report) {
        return Long.parseLong(query("select count(*) from report_chunk where report_id = ?", report)
                .get(0));
    }

    int update(String sql, @Nullable Object... values) {
        return database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** The first column, as text. */
    List<String> query(String sql, Object... values) {
        return database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                List<String> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
                return found;
            }
        });
    }
}
