package io.earshot.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SampleMomentsTest {
    /** 1, 1, 2, 4: mean 2, squares 1 + 1 + 0 + 4 over 3. */
    @Test
    void countsGiveWhatTheValuesGive() {
        SampleMoments counted = SampleMoments.ofCounts(new double[] {1, 2, 3, 4}, new long[] {2, 1, 0, 1});

        assertEquals(new SampleMoments(4, 2, 2), counted);
        assertEquals(counted, SampleMoments.of(1, 4, 1, 2));
    }

    @Test
    void nothingHasNoMeanAndOneValueNoVariance() {
        assertTrue(Double.isNaN(
                SampleMoments.ofCounts(new double[] {7}, new long[] {0}).mean()));
        assertTrue(Double.isNaN(
                SampleMoments.ofCounts(new double[] {7}, new long[] {1}).variance()));
        assertEquals(7, SampleMoments.ofCounts(new double[] {7}, new long[] {1}).mean());
    }

    @Test
    void everyPointHasACount() {
        assertThrows(IllegalArgumentException.class, () -> SampleMoments.ofCounts(new double[2], new long[3]));
    }
}
