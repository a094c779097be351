package io.earshot.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.earshot.problem.Problem;
import io.earshot.testing.Workspaces;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is true of uploads, wherever their bytes are. */
abstract class FilesCases {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};

    @Inject
    Workspaces workspaces;

    @Inject
    FileStore store;

    @Inject
    FileSettings settings;

    @Inject
    io.earshot.workspace.Database database;

    @Test
    void whatIsUploadedComesBackToBeSavedAndNotToBeShown() {
        var tenant = workspaces.create();
        String id = upload(tenant, PNG, "image/png")
                .statusCode(201)
                .body("mediaType", equalTo("image/png"))
                .body("bytes", equalTo(PNG.length))
                .extract()
                .path("id");

        var answer = given().auth().oauth2(tenant.secret()).get("/v1/files/" + id);

        assertThat(answer.asByteArray()).isEqualTo(PNG);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + id + ".png\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    }

    @Test
    void theBytesTellWhatAFileIsAndNotTheClient() {
        var tenant = workspaces.create();

        upload(tenant, JPEG, "image/png").statusCode(415);
        upload(tenant, JPEG, "application/octet-stream").statusCode(201).body("mediaType", equalTo("image/jpeg"));
        upload(tenant, "Grüße\n".getBytes(UTF_8), "text/plain; charset=utf-8").statusCode(201);
    }

    @Test
    void whatABrowserCouldRunIsNotTaken() {
        var tenant = workspaces.create();

        upload(tenant, "<html><script>alert(1)</script>".getBytes(UTF_8), "text/plain")
                .statusCode(415);
        upload(tenant, "<svg onload='x'/>".getBytes(UTF_8), "image/svg+xml").statusCode(415);
        upload(tenant, new byte[] {'M', 'Z', 0, 1, 2, 3}, "application/octet-stream")
                .statusCode(415);
        upload(tenant, new byte[0], "image/png").statusCode(400);
    }

    @Test
    void aFileMayHaveTwentyMebibytesAndNotOneByteMore(@TempDir Path scratch) throws Exception {
        Path target = scratch.resolve("upload");

        Upload most = Upload.receive(new ByteArrayInputStream(Arrays.copyOf(PNG, 20 << 20)), null, target);

        assertThat(most.bytes()).isEqualTo(20 << 20).isEqualTo(Files.size(target));
        assertThatThrownBy(() ->
                        Upload.receive(new ByteArrayInputStream(Arrays.copyOf(PNG, (20 << 20) + 1)), null, target))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @Test
    void tenMebibytesAndMoreAreTaken() {
        upload(workspaces.create(), Arrays.copyOf(PNG, 11 << 20), "image/png")
                .statusCode(201)
                .body("bytes", equalTo(11 << 20));
    }

    @Test
    void anotherWorkspacesFileIsNotThere() {
        String id = upload(workspaces.create(), PNG, "image/png").extract().path("id");

        given().auth()
                .oauth2(workspaces.create().secret())
                .get("/v1/files/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void anUploadThatNoAnswerNamesIsDeletedAfterAWhile() throws Exception {
        var tenant = workspaces.create();
        UUID id = UUID.fromString(upload(tenant, PNG, "image/png").extract().path("id"));
        Clock later = Clock.fixed(
                Clock.systemUTC().instant().plus(settings.unanswered()).plus(Duration.ofMinutes(1)), ZoneOffset.UTC);
        try (InputStream there = store.open(id)) {
            assertThat(there.readAllBytes()).isEqualTo(PNG);
        }

        new UnansweredFiles(new StoredFiles(store, settings, database, later)).run(() -> false);

        given().auth().oauth2(tenant.secret()).get("/v1/files/" + id).then().statusCode(404);
        assertThatThrownBy(() -> store.open(id)).isInstanceOf(NoSuchFileException.class);
    }

    private static ValidatableResponse upload(Workspaces.Tenant tenant, byte[] bytes, String type) {
        return given().auth()
                .oauth2(tenant.publishable())
                .contentType(type)
                .body(bytes)
                .post("/v1/client/files")
                .then();
    }
}
