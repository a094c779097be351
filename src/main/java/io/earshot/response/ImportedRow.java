package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.flow.Flow;
import io.earshot.questionnaire.flow.Known;
import io.earshot.questionnaire.flow.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a file while its cells are read into it. */
final class ImportedRow {
    /** The line of the file on which it begins; the header's is 1. 0 for a row that is replayed. */
    final long line;

    /** Column to cell, as they stand in the file; empty cells are left out. */
    final Map<String, String> cells = new LinkedHashMap<>();

    final Map<String, JsonNode> answers = new LinkedHashMap<>();
    final Map<String, JsonNode> metadata = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, JsonNode>> rankings = new LinkedHashMap<>();
    final List<Fault> faults = new ArrayList<>();

    @Nullable
    UUID id;

    @Nullable
    String respondent;

    @Nullable
    String language;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant submittedAt;

    ResponseStatus status = ResponseStatus.COMPLETE;

    boolean test;

    JsonNode presented = JsonNodeFactory.instance.objectNode();

    JsonNode timings = JsonNodeFactory.instance.objectNode();

    @Nullable
    JsonNode consent;

    /** The line as it came, if it came as JSON. */
    @Nullable
    ObjectNode source;

    ImportedRow(long line) {
        this.line = line;
    }

    /** @return false if another option has this place already */
    boolean rank(String variable, int place, JsonNode code) {
        return rankings.computeIfAbsent(variable, none -> new TreeMap<>()).putIfAbsent(place, code) == null;
    }

    /** Makes answers of the places that were read, and notes where one is left out. */
    void putRankings() {
        rankings.forEach((variable, ranking) -> {
            int last = ranking.lastKey();
            if (last != ranking.size()) {
                fault(
                        variable,
                        "wrong-type",
                        "The places of the options must go from 1 on without a gap, up to " + last + ".");
            }
            answers.put(variable, JsonNodeFactory.instance.arrayNode().addAll(ranking.values()));
        });
    }

    /** Notes what the questionnaire doesn't allow, and works out what it derives from the answers. */
    void checkBy(Flow flow) {
        // What was required guided the asking; data collected elsewhere may have gaps.
        Passage passage = flow.pass(Known.of(answers));
        faults.addAll(passage.faults(false));
        Map<String, JsonNode> whole = passage.withDerived(answers);
        answers.clear();
        answers.putAll(whole);
    }

    /** What is kept of the row if it is refused: the object that it came as, or one of column to cell. */
    String body() {
        return ResponseJson.text(source == null ? cells : source);
    }

    void fault(String column, String code, String detail) {
        faults.add(new Fault(Fault.segment(column), code, detail));
    }

    /**
     * The row's own id, or one of its content and its line: the same file again gives the same ids, two equal rows of it
     * different ones. It begins with the line, so that by id rows stand as in the file.
     */
    UUID id(UUID questionnaire) {
        UUID own = id;
        if (own != null) {
            return own;
        }
        UUID content = Quarantined.digest(questionnaire + " " + line + " " + body());
        return new UUID(line << 16 | content.getMostSignificantBits() & 0xFFFF, content.getLeastSignificantBits());
    }

    /** The row's own respondent, or one that nobody else is. */
    String respondent(UUID questionnaire) {
        String own = respondent;
        return own != null ? own : "import:" + id(questionnaire);
    }
}
