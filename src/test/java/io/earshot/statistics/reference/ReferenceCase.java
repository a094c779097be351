package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of {@code expected.json} and its data. */
final class ReferenceCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final JsonNode expected;
    private final Map<String, Frame> frames = new HashMap<>();

    private ReferenceCase(Path folder) throws IOException {
        this.folder = folder;
        this.expected = JSON.readTree(folder.resolve("expected.json").toFile());
    }

    static List<ReferenceCase> allIn(Path folder) throws IOException {
        List<ReferenceCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path one : folders.sorted().toList()) {
                if (Files.exists(one.resolve("expected.json"))) {
                    cases.add(new ReferenceCase(one));
                }
            }
        }
        return cases;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (JsonNode check : expected.path("checks")) {
            checks.add(new Check(
                    folder.getFileName().toString(),
                    checks.size() + 1,
                    check.path("method").asText(),
                    check.path("args"),
                    check));
        }
        return checks;
    }

    /** The case's notes, joined. */
    String notes() {
        StringBuilder notes = new StringBuilder();
        expected.path("notes").forEach(note -> notes.append(note.asText()).append('\n'));
        return notes.toString();
    }

    /** One of the case's data files; the first if no name is given, an empty one if there are none. */
    Frame frame(String file) {
        return frames.computeIfAbsent(file, name -> {
            for (JsonNode data : expected.path("data")) {
                if (name.isEmpty() || data.path("file").asText().equals(name)) {
                    return Frame.read(folder.resolve(data.path("file").asText()), data.path("columns"));
                }
            }
            if (name.isEmpty()) {
                return Frame.empty();
            }
            throw new IllegalArgumentException("no data file is named " + name);
        });
    }
}
