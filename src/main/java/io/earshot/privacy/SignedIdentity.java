package io.earshot.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/** Checks who a respondent is by what the app's server has signed: a publishable key alone proves nothing of that kind. */
@Singleton
final class SignedIdentity {
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final Database database;
    private final Clock clock;

    SignedIdentity(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws Problem 403 if the token doesn't prove that the caller is this respondent of the app */
    void require(UUID workspace, UUID app, String respondent, @Nullable String token) {
        if (token == null || token.isBlank()) {
            throw refused("Send the header Earshot-Identity with a token that the app's server has signed.");
        }
        String secret = secret(workspace, app)
                .orElseThrow(
                        () -> refused(
                                "This app has no identity secret yet; an owner makes one by POST /v1/apps/{id}/identity-secret."));
        try {
            new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                    .setVerificationKey(new HmacKey(secret.getBytes(UTF_8)))
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(LONGEST_MINUTES)
                    .setExpectedSubject(respondent)
                    .setSkipDefaultAudienceValidation()
                    .build()
                    .processToClaims(token);
        } catch (InvalidJwtException e) {
            throw refused("The identity is not valid for this respondent: it must be signed (HS256) with the app's"
                    + " identity secret, its sub must be the respondent, and its exp must be within a day from now.");
        }
    }

    private Optional<String> secret(UUID workspace, UUID app) {
        return database.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select identity_secret from app where workspace_id = ? and id = ?")) {
                select.setObject(1, workspace);
                select.setObject(2, app);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    private static Problem refused(String detail) {
        return Problem.of(403, "identity-required", "A signed identity is required", detail);
    }
}
