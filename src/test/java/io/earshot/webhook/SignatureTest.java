package io.earshot.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example of the specification, and what {@code openssl dgst -sha256 -mac HMAC} makes of it. */
    @Test
    void theSpecificationsExampleIsSignedAsItSays() {
        String signed = Signature.of(
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}");

        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsOfThirtyTwoRandomBytes() {
        assertThat(Signature.newSecret()).matches("whsec_[A-Za-z0-9+/]{43}=").isNotEqualTo(Signature.newSecret());
    }
}
