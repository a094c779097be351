package io.earshot.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void aSixteenthOfTheMemoryIsForPagesWithinBounds() {
        assertThat(EmbeddedDatabase.sharedMegabytes(4 * GIGABYTE)).isEqualTo(256);
        assertThat(EmbeddedDatabase.sharedMegabytes(GIGABYTE / 2)).isEqualTo(128);
        assertThat(EmbeddedDatabase.sharedMegabytes(64 * GIGABYTE)).isEqualTo(512);
    }
}
