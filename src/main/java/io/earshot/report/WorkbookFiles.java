package io.earshot.report;

import io.agroal.api.AgroalDataSource;
import io.earshot.dataset.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGStatement;

/** The finished workbooks, chunk by chunk. */
@ApplicationScoped
class WorkbookFiles {
    private final AgroalDataSource database;

    WorkbookFiles(AgroalDataSource database) {
        this.database = database;
    }

    /** Copies a part of a workbook, one chunk in memory at a time. Can be ended by whoever watches it ({@link Watch}). */
    void copy(UUID workspace, UUID report, ByteRange range, OutputStream out) throws IOException {
        String sql =
                """
                select ordinal, bytes from report_chunk
                where workspace_id = ? and report_id = ? and ordinal between ? and ? order by ordinal""";
        long chunk = Runs.chunk();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(1);
                // Bytes as they are; otherwise PostgreSQL writes them as hexadecimal digits, to be read again here.
                select.unwrap(PGStatement.class).setPrepareThreshold(-1);
                select.setObject(1, workspace);
                select.setObject(2, report);
                select.setInt(3, (int) (range.first() / chunk));
                select.setInt(4, (int) (range.last() / chunk));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Watch.look();
                        long start = row.getInt("ordinal") * chunk;
                        byte[] bytes = row.getBytes("bytes");
                        int from = (int) Math.max(0, range.first() - start);
                        int to = (int) Math.min(bytes.length, range.last() - start + 1);
                        out.write(bytes, from, to - from);
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("workbook of report " + report + " could not be read", e);
        }
    }
}
