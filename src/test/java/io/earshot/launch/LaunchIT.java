package io.earshot.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged program as its operator does, and kills it as fate does. */
class LaunchIT {
    private static final String SECRET = "sk_of_the_launch_test_000000";

    private final Path home;
    private final Program program;

    @Nullable
    private Process earshot;

    LaunchIT(@TempDir Path home) throws IOException {
        this.home = home;
        this.program = new Program(home);
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        if (earshot != null) {
            Program.stop(earshot);
        }
        assertThat(program.databaseServer()).isEmpty();
    }

    @Test
    void theFirstStartPrintsTheSignInAndLaterOnesDoNot() throws Exception {
        earshot = program.startAndAwait(Map.of());
        String first = program.output();
        assertThat(first)
                .contains("sign in          owner@localhost")
                .contains("password ")
                .contains("secret token     sk_")
                .contains("publishable key  pk_");
        assertThat(first.lines().count()).as(first).isLessThan(20);

        Program.stop(earshot);
        assertThat(program.databaseServer()).isEmpty();
        String stopped = program.output();
        assertThat(stopped).doesNotContain("ERROR").doesNotContain("Exception");
        assertThat(home.resolve("data/postgres.log")).content().contains("database system is shut down");

        earshot = program.startAndAwait(Map.of());
        String second = program.output().substring(stopped.length());
        assertThat(second).doesNotContain("sk_").doesNotContain("password");
        assertThat(second.lines().count()).as(second).isLessThan(12);
    }

    @Test
    void afterAKillTheNextStartHasEverything() throws Exception {
        earshot = program.startAndAwait(Map.of("EARSHOT_SECRET_TOKEN", SECRET));
        program.management(SECRET)
                .body("{\"name\":\"Kept\"}")
                .post("/v1/apps")
                .then()
                .statusCode(201);

        earshot.destroyForcibly().waitFor();
        assertThat(program.databaseServer()).as("the orphaned server").isPresent();

        earshot = program.startAndAwait(Map.of("EARSHOT_SECRET_TOKEN", SECRET));
        assertThat(program.management(SECRET).get("/v1/apps").jsonPath().getList("items.name", String.class))
                .contains("Kept");
    }

    @Test
    void theOwnerSignsInWithThePasswordThatTheEnvironmentNames() throws Exception {
        earshot = program.startAndAwait(Map.of("EARSHOT_ADMIN_PASSWORD", "kestrels hover"));

        assertThat(appsAs("owner@localhost", "kestrels hover")).isEqualTo(200);
        assertThat(appsAs("owner@localhost", "kestrels dive")).isEqualTo(401);
        assertThat(appsAs("nobody@localhost", "kestrels hover")).isEqualTo(401);
        assertThat(program.output()).doesNotContain("kestrels");
    }

    private int appsAs(String email, String password) {
        return program.visitor()
                .auth()
                .preemptive()
                .basic(email, password)
                .get("/v1/apps")
                .statusCode();
    }

    @Test
    void aDataFolderInUseIsRefusedInOneSentence() throws Exception {
        earshot = program.startAndAwait(Map.of());
        String before = program.output();

        Process second = program.start(Map.of("QUARKUS_HTTP_PORT", "0"));

        assertThat(Program.ended(second)).isEqualTo(1);
        assertThat(program.output().substring(before.length()).strip())
                .hasLineCount(1)
                .contains("is in use by another Earshot (process " + earshot.pid() + ")");
    }

    @Test
    void aPortInUseIsRefusedInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());

            Process refused = program.start(Map.of("QUARKUS_HTTP_PORT", port));

            assertThat(Program.ended(refused)).isEqualTo(1);
            assertThat(program.output().strip()).hasLineCount(1).contains("Port " + port + " on localhost is in use");
            assertThat(home.resolve("data")).doesNotExist();
        }
    }

    @Test
    void dataOfAnotherPostgresVersionAreRefusedInOneSentenceAndNotTouched() throws Exception {
        Path version = Files.createDirectories(home.resolve("data/postgres")).resolve("PG_VERSION");
        Files.writeString(version, "15\n");

        Process refused = program.start(Map.of());

        assertThat(Program.ended(refused)).isEqualTo(1);
        assertThat(program.output().strip()).hasLineCount(1).contains("was made by PostgreSQL 15");
        assertThat(version).hasContent("15");
    }

    @Test
    void aTokenThatIsTooShortIsRefusedWithItsName() throws Exception {
        Process refused = program.start(Map.of("EARSHOT_SECRET_TOKEN", "sk_short", "EARSHOT_DATA_DIR", "elsewhere"));

        assertThat(Program.ended(refused)).isNotZero();
        assertThat(home.resolve("elsewhere/postgres/PG_VERSION")).exists();
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(program.output())
                .contains("EARSHOT_SECRET_TOKEN must start with sk_")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseOfTheOperatorsIsUsedAndNoneIsStarted() throws Exception {
        try (EmbeddedDatabase operators = EmbeddedDatabase.start(Files.createDirectory(home.resolve("operators")))) {
            earshot = program.startAndAwait(Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", operators.jdbcUrl(),
                    "QUARKUS_DATASOURCE_USERNAME", operators.user(),
                    "QUARKUS_DATASOURCE_PASSWORD", operators.password(),
                    "EARSHOT_SECRET_TOKEN", SECRET));

            program.management(SECRET).get("/v1/apps").then().statusCode(200);
            assertThat(home.resolve("data")).doesNotExist();

            Program.stop(earshot);
            earshot = null;
        }
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheUsage() throws Exception {
        Process refused = program.start(Map.of(), "dmeo");

        assertThat(Program.ended(refused)).isEqualTo(2);
        assertThat(program.output()).contains("There is no command 'dmeo'").contains("Usage:");
    }
}
