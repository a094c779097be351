package io.earshot.report;

import io.agroal.api.AgroalDataSource;
import io.earshot.finding.ResponseFunnel.Counts;
import io.earshot.finding.ResponseFunnel.Day;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What became of the prompts to a questionnaire, counted from the decisions and what apps told of them. */
@ApplicationScoped
class Funnels {
    private final AgroalDataSource database;

    Funnels(AgroalDataSource database) {
        this.database = database;
    }

    /** Every day of a zone on which somebody was eligible, by the time that the service decided; all versions together. */
    List<Day> days(UUID workspace, UUID questionnaire, ZoneId zone, Asking asking) {
        String sql =
                """
                select (exposure.received_at at time zone ?)::date as day,
                       count(*) as eligible,
                       count(*) filter (where granted) as granted,
                       count(*) filter (where granted and (seen_at is not null or answered_at is not null)) as seen,
                       count(*) filter (where granted and dismissed_at is not null and answered_at is null
                                          and completed_at is null) as dismissed,
                       count(*) filter (where granted and (answered_at is not null or completed_at is not null))
                           as started,
                       count(*) filter (where granted and answered_at is not null and completed_at is null) as partial,
                       count(*) filter (where granted and completed_at is not null) as complete
                from exposure join prompt on prompt.id = exposure.prompt_id
                                         and prompt.workspace_id = exposure.workspace_id
                where exposure.workspace_id = ? and prompt.questionnaire_id = ?
                group by day
                order by day""";
        List<Day> days = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, zone.getId());
            select.setObject(2, workspace);
            select.setObject(3, questionnaire);
            try (ResultSet row = asking.of(select)) {
                while (row.next()) {
                    days.add(new Day(
                            row.getObject("day", LocalDate.class),
                            new Counts(
                                    row.getLong("eligible"),
                                    row.getLong("granted"),
                                    row.getLong("seen"),
                                    row.getLong("dismissed"),
                                    row.getLong("started"),
                                    row.getLong("partial"),
                                    row.getLong("complete"))));
                }
            }
            return days;
        } catch (SQLException e) {
            throw new IllegalStateException("the funnel of questionnaire " + questionnaire + " could not be read", e);
        }
    }

    /** Responses to a questionnaire that no prompt led to; test responses don't count. */
    long unprompted(UUID workspace, UUID questionnaire, Asking asking) {
        String sql =
                """
                select count(*) from response
                where workspace_id = ? and questionnaire_id = ? and exposure_id is null and not test""";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, questionnaire);
            try (ResultSet row = asking.of(select)) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("responses to " + questionnaire + " could not be counted", e);
        }
    }
}
