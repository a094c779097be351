package io.earshot.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes a place database of one network, by the specification and not by the library that reads it.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB file format specification</a>
 */
public final class PlaceDatabase {
    private PlaceDatabase() {}

    /** All IPv4 addresses that begin with one byte are in Lyon, France; of others nothing is known. */
    public static Path lyon(int firstByte, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int nodes = 8;
        for (int bit = 0; bit < nodes; bit++) {
            boolean one = (firstByte >> (7 - bit) & 1) == 1;
            int next = bit == nodes - 1 ? nodes + 16 : bit + 1;
            write24(out, one ? nodes : next);
            write24(out, one ? next : nodes);
        }
        out.write(new byte[16]);
        map(out, 4);
        string(out, "continent");
        pairs(out, Map.of("code", "EU"));
        string(out, "country");
        pairs(out, Map.of("iso_code", "FR"));
        string(out, "subdivisions");
        out.write(new byte[] {1, 4});
        pairs(out, Map.of("iso_code", "ARA"));
        string(out, "city");
        map(out, 1);
        string(out, "names");
        pairs(out, Map.of("en", "Lyon"));
        out.write(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.write("MaxMind.com".getBytes(UTF_8));
        map(out, 9);
        string(out, "node_count");
        out.write(new byte[] {(byte) (6 << 5 | 1), (byte) nodes});
        for (Map.Entry<String, Integer> small : List.of(
                Map.entry("record_size", 24),
                Map.entry("ip_version", 4),
                Map.entry("binary_format_major_version", 2),
                Map.entry("binary_format_minor_version", 0))) {
            string(out, small.getKey());
            out.write(new byte[] {(byte) (5 << 5 | 1), small.getValue().byteValue()});
        }
        string(out, "build_epoch");
        out.write(new byte[] {1, 2, 1});
        string(out, "database_type");
        string(out, "Test");
        string(out, "languages");
        out.write(new byte[] {1, 4});
        string(out, "en");
        string(out, "description");
        pairs(out, Map.of("en", "Test"));
        return Files.write(file, out.toByteArray());
    }

    private static void write24(ByteArrayOutputStream out, int value) throws IOException {
        out.write(new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    private static void map(ByteArrayOutputStream out, int size) {
        out.write(7 << 5 | size);
    }

    private static void string(ByteArrayOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length < 29) {
            out.write(2 << 5 | bytes.length);
        } else {
            out.write(2 << 5 | 29);
            out.write(bytes.length - 29);
        }
        out.write(bytes);
    }

    private static void pairs(ByteArrayOutputStream out, Map<String, String> pairs) throws IOException {
        map(out, pairs.size());
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            string(out, pair.getKey());
            string(out, pair.getValue());
        }
    }
}
