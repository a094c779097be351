package io.earshot.report;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.earshot.problem.Problem;
import io.earshot.workspace.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links to summaries. Of a token only the digest is kept: whoever reads the database can't open a link. */
@ApplicationScoped
class ReportLinks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;

    private final AgroalDataSource database;
    private final Clock clock;

    ReportLinks(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose report a token opens. */
    record Opened(UUID workspace, UUID report) {}

    ReportLink create(UUID workspace, UUID report, Duration valid) {
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        ReportLink link = new ReportLink(
                UuidCreator.getTimeOrderedEpoch(), SharedReportResource.PATH + token, now, now.plus(valid));
        String sql =
                """
                insert into report_link (id, workspace_id, report_id, digest, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, link.id());
            insert.setObject(2, workspace);
            insert.setObject(3, report);
            insert.setBytes(4, Sha256.of(token));
            insert.setObject(5, link.createdAt().atOffset(ZoneOffset.UTC));
            insert.setObject(6, link.expiresAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            return link;
        } catch (SQLException e) {
            throw new IllegalStateException("a link to report " + report + " could not be kept", e);
        }
    }

    /** A report's links, newest first, those that expired included. */
    List<ReportLink> list(UUID workspace, UUID report) {
        String sql =
                """
                select id, created_at, expires_at from report_link
                where workspace_id = ? and report_id = ? order by id desc""";
        List<ReportLink> links = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, report);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    links.add(new ReportLink(
                            row.getObject("id", UUID.class),
                            null,
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant()));
                }
            }
            return links;
        } catch (SQLException e) {
            throw new IllegalStateException("links to report " + report + " could not be read", e);
        }
    }

    /** @throws Problem 404 if the report has no such link, or no longer */
    void withdraw(UUID workspace, UUID report, UUID link) {
        String sql = "delete from report_link where workspace_id = ? and report_id = ? and id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, workspace);
            delete.setObject(2, report);
            delete.setObject(3, link);
            if (delete.executeUpdate() == 0) {
                throw Problem.notFound("link", link);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("link " + link + " could not be withdrawn", e);
        }
    }

    /** Empty if no link has such a token, or it was withdrawn or has expired. */
    Optional<Opened> open(String token) {
        String sql = "select workspace_id, report_id from report_link where digest = ? and expires_at > ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, Sha256.of(token));
            select.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Opened(
                                row.getObject("workspace_id", UUID.class), row.getObject("report_id", UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a link could not be looked up", e);
        }
    }
}
