package io.earshot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.problem.Problem;
import io.earshot.testing.ObjectStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All that is true of the folder is true of a bucket. */
@QuarkusTest
@WithTestResource(value = ObjectStore.class, scope = TestResourceScope.MATCHING_RESOURCES)
class FilesInABucketTest extends FilesCases {
    @Test
    void theBucketIsWhereTheyAre() {
        assertThat(store).isInstanceOf(FileBucket.class);
    }

    @Test
    void deletingWhatIsGoneIsNoFault() {
        store.delete(UUID.randomUUID());
    }

    @Test
    void aStoreThatRefusesUsIsATemporaryProblem() {
        S3 stranger = new S3(settings.s3().endpoint(), Optional.of("stranger"), Optional.of("guessed"));

        try (FileBucket refused = FileBucket.of("uploads", stranger)) {
            assertThatThrownBy(() -> refused.open(UUID.randomUUID()))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                            .isEqualTo(503));
        }
    }

    @Test
    void halfACredentialIsAMistakeThatIsNamed() {
        S3 half = new S3(settings.s3().endpoint(), Optional.of("tested"), Optional.empty());

        assertThatThrownBy(() -> FileBucket.of("uploads", half)).hasMessageContaining("earshot.files.s3.secret-key");
    }

    private record S3(Optional<URI> endpoint, Optional<String> accessKey, Optional<String> secretKey)
            implements FileSettings.S3 {
        @Override
        public Optional<String> bucket() {
            return Optional.of("uploads");
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> prefix() {
            return Optional.empty();
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(20);
        }
    }
}
