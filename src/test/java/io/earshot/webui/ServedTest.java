package io.earshot.webui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Needs no browser; its profile runs the front end's own unit tests, and a failure there fails this. */
@QuarkusTest
@TestProfile(WebUi.class)
class ServedTest {
    @ParameterizedTest
    @CsvSource({"/sdk/earshot.js,6144", "/sdk/earshot.mjs,6144", "/sdk/card.mjs,16384", "/sdk/rare.mjs,8192"})
    void theSdkIsSmallAndSoonAskedForAgain(String path, int limit) throws IOException {
        byte[] script = given().get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("javascript"))
                .header("Cache-Control", equalTo("public, max-age=300"))
                .header("Content-Encoding", equalTo("gzip"))
                .extract()
                .asByteArray();

        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(script);
        }
        assertThat(zipped.size()).isLessThanOrEqualTo(limit);
    }

    @Test
    void pagesOfOtherOriginsMayLoadWhatDraws() {
        given().header("Origin", "https://shop.example.com")
                .get("/sdk/card.mjs")
                .then()
                .header("Access-Control-Allow-Origin", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"/,Earshot", "/demo/,Kestrel Coffee"})
    void thePagesAreServed(String path, String title) {
        given().get(path).then().statusCode(200).contentType("text/html").body(containsString("<title>" + title));
    }

    @Test
    void noSourceMapTravels() {
        given().get("/sdk/earshot.js.map").then().statusCode(404);
        assertThat(given().get("/sdk/earshot.js").asString()).doesNotContain("sourceMappingURL");
    }
}
