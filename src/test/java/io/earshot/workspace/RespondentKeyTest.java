package io.earshot.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RespondentKeyTest {
    private static final UUID WORKSPACE = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    /** {@code printf '018f0000-0000-7000-8000-000000000001:r-8f2' | sha256sum}, the first 32 digits. */
    @Test
    void theKeyIsWhatAnyoneCanCompute() {
        assertThat(RespondentKey.of(WORKSPACE, "r-8f2").value())
                .isEqualTo(UUID.fromString("c7b5ac8e-7480-0a75-4e92-7a5e04e30c26"));
    }

    @Test
    void theSameIdInAnotherWorkspaceIsAnotherRespondent() {
        UUID other = UUID.fromString("018f0000-0000-7000-8000-000000000002");

        assertThat(RespondentKey.of(other, "r-8f2")).isNotEqualTo(RespondentKey.of(WORKSPACE, "r-8f2"));
    }

    @Test
    void nobodyHasNoKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RespondentKey.of(WORKSPACE, ""))
                .withMessageContaining("respondent");
    }
}
