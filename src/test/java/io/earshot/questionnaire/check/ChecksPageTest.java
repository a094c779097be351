package io.earshot.questionnaire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksPageTest {
    private static final Path SOURCES = Path.of("src/main/java/io/earshot/questionnaire/check");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|cycle|html|jargon|empty)\"");
    private static final Pattern LISTED = Pattern.compile("`([a-z]+(?:-[a-z]+)*)`");

    @Test
    void thePageListsTheCodesThatThereAre() throws IOException {
        Set<String> given = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(it -> it.toString().matches(".*(Rule|Advice|Check|Schema|Known)\\.java"))
                    .toList()) {
                collect(CODE, Files.readString(file), given);
            }
        }

        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/reference/checks.md"))) {
            if (line.startsWith("| `")) {
                collect(LISTED, line.split("\\|")[1], listed);
            }
        }

        assertThat(listed).isEqualTo(given);
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            into.add(found.group(1));
        }
    }
}
