package io.earshot.quality;

import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what was flagged. */
@Singleton
public final class QualityCounts {
    private final Database database;
    private final JudgedRows rows;
    private final QualityMarks marks;

    QualityCounts(Database database, JudgedRows rows, QualityMarks marks) {
        this.database = database;
        this.rows = rows;
        this.marks = marks;
    }

    /**
     * Of one questionnaire; try-outs are not counted.
     *
     * @param complete      responses
     * @param flagged       those with one flag or more
     * @param flags         how many have each, by {@link Flag#word()}; every word is there
     * @param medianSeconds that a complete response takes; null if no time is known
     * @param judgedUntil   time of receipt of the last one that was judged; null if none was
     */
    public record Counts(
            long complete,
            long flagged,
            Map<String, Long> flags,
            @Nullable Double medianSeconds,
            @Nullable Instant judgedUntil) {}

    public Counts of(UUID workspace, UUID questionnaire) {
        return database.run(connection -> {
            QualityMarks.Mark mark = marks.of(connection, workspace, questionnaire);
            return counted(
                    connection,
                    workspace,
                    questionnaire,
                    rows.times(connection, workspace, questionnaire).median(),
                    mark.equals(QualityMarks.Mark.START) ? null : mark.receivedAt());
        });
    }

    private static Counts counted(
            Connection connection,
            UUID workspace,
            UUID questionnaire,
            @Nullable Double median,
            @Nullable Instant judgedUntil)
            throws SQLException {
        StringBuilder sql = new StringBuilder(
                "select count(*) as complete, count(*) filter (where quality -> 'flags' <> '[]')" + " as flagged");
        for (Flag flag : Flag.values()) {
            sql.append(", count(*) filter (where quality -> 'flags' @> '\"")
                    .append(flag.word())
                    .append("\"') as ")
                    .append(flag.word());
        }
        sql.append(
                " from response where workspace_id = ? and questionnaire_id = ? and status = 'complete' and not test");
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            select.setObject(1, workspace);
            select.setObject(2, questionnaire);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Map<String, Long> flags = new TreeMap<>();
                for (Flag flag : Flag.values()) {
                    flags.put(flag.word(), row.getLong(flag.word()));
                }
                return new Counts(row.getLong("complete"), row.getLong("flagged"), flags, median, judgedUntil);
            }
        }
    }
}
