package io.earshot.privacy;

import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.UUID;

/** Finds files that nobody answered with: whose they are, only the display tells that they were uploaded in. */
@Singleton
final class FilesOfRespondents {
    private final Database database;

    FilesOfRespondents(Database database) {
        this.database = database;
    }

    /** Notes the respondent in those of the files that come from a display or a response of theirs. */
    void find(UUID workspace, RespondentKey key) {
        String sql =
                """
                update stored_file set respondent_key = ?
                where workspace_id = ? and respondent_key is null
                    and (exposure_id in (select id from exposure where respondent_key = ?)
                        or response_id in (select id from response where respondent_key = ?))""";
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, key.value());
                update.setObject(2, workspace);
                update.setObject(3, key.value());
                update.setObject(4, key.value());
                return update.executeUpdate();
            }
        });
    }
}
