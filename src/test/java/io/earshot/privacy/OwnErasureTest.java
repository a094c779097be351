package io.earshot.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnErasureTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Kiosk kiosk;

    @Test
    void aRespondentErasesWhatIsHeldAboutThem() throws Exception {
        Kiosk.Place place = kiosk.open();
        place.shown("ada");
        String secret = secret(place);

        erase(place, "ada", token("HS256", "ada", HOUR, secret)).statusCode(200).body("erased.exposure", equalTo(1));

        place.owner().get("/v1/respondents/ada").then().statusCode(404);
    }

    @Test
    void nobodyErasesAnother() throws Exception {
        Kiosk.Place place = kiosk.open();
        place.shown("ada");
        String secret = secret(place);

        erase(place, "ada", token("HS256", "eve", HOUR, secret)).statusCode(403);
        erase(place, "ada", token("HS256", "ada", HOUR, "is_" + "0".repeat(43))).statusCode(403);
        erase(place, "ada", token("HS256", "ada", HOUR.negated(), secret)).statusCode(403);
        erase(place, "ada", token("HS256", "ada", Duration.ofDays(30), secret)).statusCode(403);
        erase(place, "ada", unsigned("ada")).statusCode(403);
        erase(place, "ada", "nonsense").statusCode(403);
        place.app().delete("/v1/client/respondents/ada").then().statusCode(403);

        place.owner().get("/v1/respondents/ada").then().statusCode(200);
    }

    @Test
    void aRenewedSecretEndsTheOldOne() throws Exception {
        Kiosk.Place place = kiosk.open();
        String old = secret(place);
        secret(place);

        erase(place, "ada", token("HS256", "ada", HOUR, old)).statusCode(403);
    }

    private static ValidatableResponse erase(Kiosk.Place place, String respondent, String token) {
        return place.app()
                .header("Earshot-Identity", token)
                .delete("/v1/client/respondents/" + respondent)
                .then();
    }

    private static String secret(Kiosk.Place place) {
        return place.owner()
                .post("/v1/apps/" + place.tenant().app() + "/identity-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    // By hand from RFC 7515, as an app's server would without a library.
    private static String token(String algorithm, String subject, Duration validity, String secret)
            throws GeneralSecurityException {
        String signed = encoded("{\"alg\":\"" + algorithm + "\"}") + "."
                + encoded("{\"sub\":\"" + subject + "\",\"exp\":"
                        + Instant.now().plus(validity).getEpochSecond() + "}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return signed + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private static String unsigned(String subject) {
        long exp = Instant.now().plus(HOUR).getEpochSecond();
        return encoded("{\"alg\":\"none\"}") + "." + encoded("{\"sub\":\"" + subject + "\",\"exp\":" + exp + "}") + ".";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
