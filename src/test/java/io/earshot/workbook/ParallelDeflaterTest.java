package io.earshot.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class ParallelDeflaterTest {
    private final ParallelDeflater deflater = new ParallelDeflater(4);

    @Test
    void whatIsCompressedInBlocksIsOneStream() throws IOException {
        for (int size : new int[] {0, 1, 100_000, 1 << 18, (1 << 18) + 1, 3_000_000}) {
            byte[] content = words(size);

            byte[] compressed = compressed(content);

            assertArrayEquals(content, inflated(compressed), size + " bytes");
            assertEquals(size, deflater.getBytesRead());
            assertEquals(compressed.length, deflater.getBytesWritten());
            deflater.reset();
        }
        deflater.end();
    }

    @Test
    void whatRepeatsItselfGetsSmall() throws IOException {
        assertTrue(compressed(new byte[2_000_000]).length < 20_000);
        deflater.end();
    }

    @Test
    void whatCannotBeCompressedStaysWhole() throws IOException {
        byte[] noise = new byte[1_500_000];
        new SplittableRandom(3).nextBytes(noise);

        assertArrayEquals(noise, inflated(compressed(noise)));
        deflater.end();
    }

    private byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater);
        for (int at = 0; at < content.length; at += 70_000) {
            stream.write(content, at, Math.min(70_000, content.length - at));
        }
        stream.finish();
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] compressed) throws IOException {
        return new InflaterInputStream(new ByteArrayInputStream(compressed), new Inflater(true)).readAllBytes();
    }

    private static byte[] words(int size) {
        SplittableRandom random = new SplittableRandom(size);
        byte[] words = new byte[size];
        for (int i = 0; i < size; i++) {
            words[i] = (byte) ('a' + random.nextInt(1 + i % 20));
        }
        return words;
    }
}
