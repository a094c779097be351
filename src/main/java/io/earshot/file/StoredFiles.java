package io.earshot.file;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads: a row each, and the bytes in the store. Bytes come before their row and go before it. */
@Singleton
public final class StoredFiles {
    private final FileStore store;
    private final FileSettings settings;
    private final Database database;
    private final Clock clock;

    StoredFiles(FileStore store, FileSettings settings, Database database, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /** Where an upload comes from, as far as the client tells. */
    record Origin(
            UUID workspace, UUID app, @Nullable UUID exposure, @Nullable UUID response, @Nullable String question) {}

    /** Durable when it returns. @throws Problem 413 or 415 if it is too large or of no kind that is taken */
    StoredFile keep(Origin origin, @Nullable String declared, InputStream content) throws IOException {
        Path fresh = store.fresh();
        try {
            Upload upload = Upload.receive(content, declared, fresh);
            UUID id = UuidCreator.getTimeOrderedEpoch();
            store.keep(id, fresh);
            insert(origin, id, upload);
            return new StoredFile(id, upload.type().word, upload.bytes());
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void insert(Origin origin, UUID id, Upload upload) {
        String sql =
                """
                insert into stored_file (id, workspace_id, app_id, exposure_id, response_id, question, media_type, bytes,
                    sha256, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, id);
                insert.setObject(2, origin.workspace());
                insert.setObject(3, origin.app());
                insert.setObject(4, origin.exposure());
                insert.setObject(5, origin.response());
                insert.setString(6, origin.question());
                insert.setString(7, upload.type().word);
                insert.setLong(8, upload.bytes());
                insert.setBytes(9, upload.digest());
                insert.setObject(10, clock.instant().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /**
     * Notes whose files they are, once an answer names them. A file belongs to the first response that does.
     *
     * @param response  as it is stored
     * @param untied    whether nothing may stay that leads from the file to its display
     * @return those which are there and may belong to the response; durable when it returns
     */
    public List<StoredFile> claim(
            UUID workspace, UUID app, Collection<UUID> ids, RespondentKey respondent, UUID response, boolean untied) {
        String sql =
                """
                update stored_file set respondent_key = ?, response_id = ?, answered_at = coalesce(answered_at, ?),
                    exposure_id = case when ? then null else exposure_id end,
                    received_at = case when ? then date_trunc('day', received_at, 'UTC') else received_at end
                where workspace_id = ? and app_id = ? and id = any(?)
                    and (answered_at is null or response_id = ?)
                returning id, media_type, bytes""";
        Instant now = clock.instant();
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, respondent.value());
                update.setObject(2, response);
                update.setObject(3, now.atOffset(ZoneOffset.UTC));
                update.setBoolean(4, untied);
                update.setBoolean(5, untied);
                update.setObject(6, workspace);
                update.setObject(7, app);
                update.setArray(8, connection.createArrayOf("uuid", ids.toArray()));
                update.setObject(9, response);
                return read(update);
            }
        });
    }

    Optional<StoredFile> find(UUID workspace, UUID id) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, media_type, bytes from stored_file where workspace_id = ? and id = ?")) {
                select.setObject(1, workspace);
                select.setObject(2, id);
                return read(select).stream().findFirst();
            }
        });
    }

    InputStream open(UUID id) throws IOException {
        return store.open(id);
    }

    /** Deletes the bytes of a respondent's files; their rows stay for the caller to delete. */
    public void deleteContents(UUID workspace, RespondentKey respondent) {
        database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, media_type, bytes from stored_file where workspace_id = ? and respondent_key = ?")) {
                select.setObject(1, workspace);
                select.setObject(2, respondent.value());
                read(select).forEach(file -> store.delete(file.id()));
                return respondent;
            }
        });
    }

    /** Deletes some of those that were received before a time. @return how many */
    public int deleteBefore(UUID workspace, Instant time, int most) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, media_type, bytes from stored_file where workspace_id = ? and received_at < ? limit ?")) {
                select.setObject(1, workspace);
                select.setObject(2, time.atOffset(ZoneOffset.UTC));
                select.setInt(3, most);
                return delete(connection, read(select));
            }
        });
    }

    /** Deletes some of those that no answer has named for too long, of all workspaces. @return how many */
    int deleteUnanswered(int most) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, media_type, bytes from stored_file where answered_at is null and received_at < ? limit ?")) {
                select.setObject(1, clock.instant().minus(settings.unanswered()).atOffset(ZoneOffset.UTC));
                select.setInt(2, most);
                return delete(connection, read(select));
            }
        });
    }

    private int delete(Connection connection, List<StoredFile> files) throws SQLException {
        files.forEach(file -> store.delete(file.id()));
        try (PreparedStatement delete = connection.prepareStatement("delete from stored_file where id = any(?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", files.stream().map(StoredFile::id).toArray()));
            return delete.executeUpdate();
        }
    }

    private static List<StoredFile> read(PreparedStatement statement) throws SQLException {
        List<StoredFile> files = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                files.add(new StoredFile(
                        row.getObject("id", UUID.class), row.getString("media_type"), row.getLong("bytes")));
            }
        }
        return files;
    }
}
