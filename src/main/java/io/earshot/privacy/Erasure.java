package io.earshot.privacy;

import io.earshot.file.StoredFiles;
import io.earshot.prompt.ExposureErasure;
import io.earshot.workspace.Audit;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Erases all that is held about one respondent. */
@Singleton
final class Erasure {
    private final Database database;
    private final FilesOfRespondents respondents;
    private final StoredFiles files;
    private final Audit audit;

    Erasure(Database database, FilesOfRespondents respondents, StoredFiles files, Audit audit) {
        this.database = database;
        this.respondents = respondents;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Deletes every row and file. Done again it finds nothing, and a run that was broken off is mended by another.
     *
     * @param actor who asked for it, for the audit trail
     * @return how many rows of each table are gone
     */
    Map<String, Integer> erase(UUID workspace, String respondent, String actor) {
        RespondentKey key = RespondentKey.of(workspace, respondent);
        respondents.find(workspace, key);
        // Before their rows, which are all that tells that they are there.
        files.deleteContents(workspace, key);
        return database.inTransaction(connection -> {
            Map<String, Integer> erased = new LinkedHashMap<>();
            for (HeldTable table : HeldTable.ALL) {
                erased.put(
                        table.name(),
                        table.name().equals("exposure")
                                ? ExposureErasure.ofRespondent(connection, workspace, key)
                                : delete(connection, table, workspace, key));
            }
            // By key, so that the trail proves the erasure and doesn't keep the name.
            audit.note(connection, workspace, actor, "respondent.erased", "respondent:" + key.value(), erased);
            return erased;
        });
    }

    private static int delete(Connection connection, HeldTable table, UUID workspace, RespondentKey key)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(table.delete())) {
            delete.setObject(1, key.value());
            delete.setObject(2, workspace);
            return delete.executeUpdate();
        }
    }
}
