package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.device.PlaceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PlaceOfRequestsTest.WithPlaces.class)
class PlaceOfRequestsTest {
    @Inject
    Surveys surveys;

    /** Behind a proxy that tells whom it speaks for. */
    public static class WithPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "earshot.place-database",
                        PlaceDatabase.lyon(203, Files.createTempFile("places", ".mmdb"))
                                .toString(),
                        "quarkus.http.proxy.proxy-address-forwarding",
                        "true");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void theCountryIsKeptAndTheAddressIsNot() {
        var survey = surveys.checkout();

        put(survey, Map.of());

        String stored = stored(survey);
        assertThat(stored).contains("\"geo.country.iso_code\":\"FR\"").doesNotContain("203.0.113.9");
        // Off unless the app's owner switches it on.
        assertThat(stored).doesNotContain("Lyon");
    }

    @Test
    void globalPrivacyControlKeepsThePlaceOut() {
        var survey = surveys.checkout();

        put(survey, Map.of("Sec-GPC", "1"));

        assertThat(stored(survey)).doesNotContain("geo.");
    }

    private static void put(Surveys.Survey survey, Map<String, String> headers) {
        survey.app()
                .headers(headers)
                .header("X-Forwarded-For", "203.0.113.9")
                .body(survey.body(1, "complete", "{'nps':9}"))
                .put("/v1/client/responses/" + Surveys.newId())
                .then()
                .statusCode(201);
    }

    private static String stored(Surveys.Survey survey) {
        return survey.program()
                .get("/v1/responses?questionnaire=" + survey.questionnaire())
                .asString();
    }
}
