package io.earshot.report;

import io.earshot.dataset.DatabaseHistory;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.workspace.Database;
import io.earshot.workspace.PrivacyOfWorkspaces;
import io.earshot.workspace.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/** Tells whether the responses to a questionnaire have changed, without going through them. */
@ApplicationScoped
class ResponseStates {
    /** Kept in place of a state by a report during whose making responses changed. */
    private static final String CHANGING = "changing";

    /** Of a questionnaire's rows, those of transactions that a snapshot doesn't show. */
    private static final String SINCE =
            """

            where workspace_id = ? and questionnaire_id = ? and changed_in >= pg_snapshot_xmin(?::pg_snapshot)
                and not pg_visible_in_snapshot(changed_in, ?::pg_snapshot)""";

    private final Database database;
    private final Funnels funnels;
    private final PrivacyOfWorkspaces privacy;

    ResponseStates(Database database, Funnels funnels, PrivacyOfWorkspaces privacy) {
        this.database = database;
        this.funnels = funnels;
        this.privacy = privacy;
    }

    /** As it is now; counts, by an index alone. */
    ResponseState now(UUID workspace, PublishedVersion asked, Definition definition, Asking asking) {
        String funnel = funnel(workspace, asked, definition, asking);
        int smallest = privacy.kAnonymity(workspace);
        // Of one statement, and so of one moment.
        String sql =
                """
                select pg_current_snapshot()::text, count(*) from response
                where workspace_id = ? and questionnaire_id = ?""";
        return database.run(connection -> {
            String history = DatabaseHistory.of(connection);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, workspace);
                select.setObject(2, asked.questionnaire());
                try (ResultSet row = asking.of(select)) {
                    row.next();
                    return new ResponseState(history, row.getString(1), row.getLong(2), smallest, funnel);
                }
            }
        });
    }

    private String funnel(UUID workspace, PublishedVersion asked, Definition definition, Asking asking) {
        if (definition.sections().stream().noneMatch(ResponseRatesSection.class::isInstance)) {
            return ResponseState.NOT_COUNTED;
        }
        String days = funnels.days(workspace, asked.questionnaire(), definition.zone(), asking)
                .toString();
        return HexFormat.of().formatHex(Sha256.of(days));
    }

    /**
     * What to keep of a state from before the responses were read, now that they are: nothing if one was added, changed or erased
     * meanwhile, since nobody can say whether the result has seen that.
     */
    String toKeep(UUID workspace, PublishedVersion asked, ResponseState before) {
        // What came and went again has left its trace: erasures are told for a day at least.
        String sql = "select exists (select from response_erased" + SINCE + ")";
        boolean erased = database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                since(select, workspace, asked, before);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
        return erased || !hasSameResponses(workspace, asked, before) ? CHANGING : before.text();
    }

    /** Whether the responses are, and are told about, as a state says that was kept. */
    boolean isOfNow(UUID workspace, PublishedVersion asked, Definition definition, String kept) {
        return ResponseState.parse(kept)
                .filter(then -> then.smallest() == privacy.kAnonymity(workspace))
                .filter(then -> hasSameResponses(workspace, asked, then))
                .filter(then -> then.funnel().equals(funnel(workspace, asked, definition, Asking.PLAINLY)))
                .isPresent();
    }

    /**
     * Whether the responses are those of a state. Whatever changes a response, a flag, a late answer or a replay from quarantine as
     * well as an import, writes it with its transaction's number, by a default and a trigger; so a response whose
     * transaction that snapshot shows was there then, as it is now. If there is no other, those of now are some of those
     * of then, and if there are as many, they are the same: none was erased, whether or not its erasure is still told.
     * An index leads to those since then, and counts; nothing is read that has not changed.
     */
    private boolean hasSameResponses(UUID workspace, PublishedVersion asked, ResponseState then) {
        String sql = "select not exists (select from response" + SINCE
                + ") and (select count(*) from response where workspace_id = ? and questionnaire_id = ?) = ?";
        return database.run(connection -> {
            if (!DatabaseHistory.of(connection).equals(then.history())) {
                return false;
            }
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                since(select, workspace, asked, then);
                select.setObject(5, workspace);
                select.setObject(6, asked.questionnaire());
                select.setLong(7, then.rows());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    private static void since(PreparedStatement select, UUID workspace, PublishedVersion asked, ResponseState then)
            throws SQLException {
        select.setObject(1, workspace);
        select.setObject(2, asked.questionnaire());
        select.setString(3, then.snapshot());
        select.setString(4, then.snapshot());
    }
}
