package io.earshot.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, word for word: its shell blocks run against the demo, one after the other. */
class ReadmeTourIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final String SECRET = "sk_of_the_readme_tour_000000";

    private final Path home;
    private final Program program;

    ReadmeTourIT(@TempDir Path home) throws IOException {
        this.home = home;
        this.program = new Program(home);
    }

    @Test
    void theTourWorksWordForWord() throws Exception {
        Process earshot = program.startAndAwait(Map.of("EARSHOT_SECRET_TOKEN", SECRET), "demo");
        try {
            String told = walk();

            assertThat(told)
                    .as("the check finds no error")
                    .doesNotContain("\"severity\":\"error\"")
                    .as("the prompt started")
                    .contains("\"status\":\"running\"")
                    .as("why not")
                    .contains("\"decision\":\"AUDIENCE_MISMATCH\"")
                    .as("the claim was granted")
                    .contains("\"granted\":true")
                    .as("the answer was stored")
                    .contains("\"status\":\"complete\"")
                    .as("the impossible answer was refused with its place")
                    .contains("\"pointer\":\"/answers/nps\"")
                    .as("the file was imported")
                    .contains("\"accepted\":3");
            try (var workbook =
                    WorkbookFactory.create(home.resolve("recommend-us.xlsx").toFile())) {
                assertThat(workbook.getNumberOfSheets()).isGreaterThan(4);
            }
            program.awaitDemo();
            assertThat(program.visitor().get("/demo/personality.xlsx").statusCode())
                    .isEqualTo(200);
        } finally {
            Program.stop(earshot);
        }
    }

    @Test
    void aSecondStartOfTheDemoFindsAllDoneAndAddsNothing() throws Exception {
        Process earshot = program.startAndAwait(Map.of("EARSHOT_SECRET_TOKEN", SECRET), "demo");
        program.awaitDemo();
        List<Integer> first = counts();
        Program.stop(earshot);

        earshot = program.startAndAwait(Map.of("EARSHOT_SECRET_TOKEN", SECRET), "demo");
        try {
            program.awaitDemo();

            assertThat(counts()).isEqualTo(first).containsExactly(2, 1, 1);
        } finally {
            Program.stop(earshot);
        }
    }

    /** How many questionnaires, prompts and reports there are. */
    private List<Integer> counts() {
        return Stream.of("questionnaires", "prompts", "reports")
                .map(things -> program.management(SECRET)
                        .get("/v1/" + things)
                        .jsonPath()
                        .getList("items")
                        .size())
                .toList();
    }

    private String walk() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("project.basedir"), "README.md"));
        List<String> blocks = BLOCK.matcher(readme)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(4);
        Path script = home.resolve("tour.sh");
        String words = "set -euo pipefail\n" + String.join("\n", blocks);
        Files.writeString(script, words.replace("http://localhost:8080", program.address()));
        Path told = home.resolve("tour.log");
        ProcessBuilder tour = new ProcessBuilder("bash", script.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        tour.environment().put("TOKEN", SECRET);
        int code = Program.ended(tour.start());
        assertThat(code).as(Files.readString(told)).isZero();
        return Files.readString(told);
    }
}
