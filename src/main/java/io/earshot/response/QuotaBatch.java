package io.earshot.response;

import io.earshot.prompt.Exposures;
import io.earshot.prompt.QuotaCells;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts what has just become complete against the quotas of its questionnaire and of its prompt, in the transaction that
 * stores it. A response that finds no place left is stored like any other and marked, so that reports can leave it out.
 */
@Singleton
class QuotaBatch {
    private record Display(RespondentKey respondent, UUID exposure) {}

    /**
     * @param results   of the responses, in their order; those that find no place left are replaced by marked ones
     * @param completed the displays that have become complete with them
     */
    void fill(
            Connection connection,
            List<ValidResponse> responses,
            List<ResponseBatch.Result> results,
            List<Exposures.Completed> completed)
            throws SQLException {
        Map<Display, QuotaCells.Place> ofPrompts = new HashMap<>();
        for (Exposures.Completed display : completed) {
            QuotaCells.Place place = display.place();
            if (place != null) {
                ofPrompts.put(new Display(display.respondent(), display.exposure()), place);
            }
        }
        List<Integer> asking = new ArrayList<>();
        List<List<QuotaCells.Place>> asked = new ArrayList<>();
        Map<QuotaCells.Cell, Integer> unused = new HashMap<>();
        for (int i = 0; i < responses.size(); i++) {
            Written written = results.get(i).written();
            if (written == null || !written.isChange() || written.response().status() != ResponseStatus.COMPLETE) {
                continue;
            }
            ValidResponse given = responses.get(i);
            UUID exposure = written.response().exposure();
            QuotaCells.Place ofPrompt =
                    exposure == null ? null : ofPrompts.remove(new Display(given.respondentKey(), exposure));
            List<QuotaCells.Place> places = new ArrayList<>(given.places());
            if (ofPrompt != null) {
                places.add(ofPrompt);
            }
            if (given.submission().test()) {
                places.stream()
                        .filter(QuotaCells.Place::held)
                        .forEach(place -> unused.merge(place.cell(), 1, Integer::sum));
            } else if (!places.isEmpty()) {
                asking.add(i);
                asked.add(places);
            }
        }
        if (!unused.isEmpty()) {
            QuotaCells.release(connection, unused);
        }
        if (asked.isEmpty()) {
            return;
        }
        List<List<QuotaCells.Cell>> full = QuotaCells.fill(connection, asked);
        List<Integer> over = new ArrayList<>();
        for (int i = 0; i < full.size(); i++) {
            if (!full.get(i).isEmpty()) {
                List<String> marks =
                        full.get(i).stream().map(QuotaCells.Cell::mark).toList();
                results.set(asking.get(i), results.get(asking.get(i)).overQuota(marks));
                over.add(asking.get(i));
            }
        }
        mark(connection, responses, results, over);
    }

    private static void mark(
            Connection connection,
            List<ValidResponse> responses,
            List<ResponseBatch.Result> results,
            List<Integer> over)
            throws SQLException {
        String sql = "update response set over_quota = ? where respondent_key = ? and id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i : over) {
                Written written = results.get(i).written();
                if (written != null) {
                    update.setArray(
                            1,
                            connection.createArrayOf(
                                    "text", written.response().overQuota().toArray()));
                    update.setObject(2, responses.get(i).respondentKey().value());
                    update.setObject(3, responses.get(i).id());
                    update.addBatch();
                }
            }
            if (!over.isEmpty()) {
                update.executeBatch();
            }
        }
    }
}
