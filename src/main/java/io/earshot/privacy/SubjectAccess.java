package io.earshot.privacy;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that is held about one respondent, as one JSON file. */
@Singleton
final class SubjectAccess {
    private static final int FETCH_SIZE = 200;

    private final Database database;
    private final FilesOfRespondents files;
    private final ObjectMapper json;
    private final Clock clock;

    SubjectAccess(Database database, FilesOfRespondents files, ObjectMapper json, Clock clock) {
        this.database = database;
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    boolean holdsAnything(UUID workspace, String respondent) {
        RespondentKey key = RespondentKey.of(workspace, respondent);
        String sql = HeldTable.ALL.stream()
                .map(table -> "exists(select from " + table.name() + " where respondent_key = ? and workspace_id = ?)")
                .collect(Collectors.joining(" or ", "select ", ""));
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < HeldTable.ALL.size(); i++) {
                    select.setObject(2 * i + 1, key.value());
                    select.setObject(2 * i + 2, workspace);
                }
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    /**
     * Writes {@code {respondent, madeAt, held: {table: [row, ...]}}}; as it was at one moment, at constant memory.
     */
    void write(UUID workspace, String respondent, OutputStream out) throws IOException {
        RespondentKey key = RespondentKey.of(workspace, respondent);
        files.find(workspace, key);
        try (JsonGenerator generator = json.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            generator.writeStartObject();
            generator.writeStringField("respondent", respondent);
            generator.writeStringField("madeAt", clock.instant().toString());
            generator.writeObjectFieldStart("held");
            database.inTransaction(connection -> {
                try (PreparedStatement snapshot =
                        connection.prepareStatement("set transaction isolation level repeatable read, read only")) {
                    snapshot.execute();
                }
                for (HeldTable table : HeldTable.ALL) {
                    rows(connection, table, workspace, key, generator);
                }
                return key;
            });
            generator.writeEndObject();
            generator.writeEndObject();
        }
    }

    private static void rows(
            Connection connection, HeldTable table, UUID workspace, RespondentKey key, JsonGenerator generator)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.select())) {
            select.setFetchSize(FETCH_SIZE);
            select.setObject(1, key.value());
            select.setObject(2, workspace);
            generator.writeArrayFieldStart(table.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    generator.writeRawValue(row.getString(1));
                }
            }
            generator.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
