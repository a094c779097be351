package io.earshot.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of files that are taken, each told by its first bytes and never by what a client says. Nothing that a browser
 * would run is among them: no HTML, no SVG, no script.
 *
 * @see <a href="https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern">WHATWG, MIME Sniffing</a>
 */
enum MediaType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic"),
    PDF("application/pdf", "pdf"),
    MP4("video/mp4", "mp4"),
    WEBM("video/webm", "webm"),
    TEXT("text/plain", "txt");

    /** How many of the first bytes tell. */
    static final int HEAD = 4096;

    final String word;
    final String extension;

    MediaType(String word, String extension) {
        this.word = word;
        this.extension = extension;
    }

    static Optional<MediaType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** @param head the first bytes, all of them or {@link #HEAD} */
    static Optional<MediaType> detect(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 16), ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (start.startsWith("ftyp", 4)) {
            String brand = start.substring(8, Math.min(12, start.length()));
            return Optional.of(brand.startsWith("hei") || brand.equals("mif1") ? HEIC : MP4);
        }
        if (start.startsWith("%PDF-")) {
            return Optional.of(PDF);
        }
        if (start.startsWith("\u001a\u0045\u00df\u00a3")) {
            return Optional.of(WEBM);
        }
        return isText(head) ? Optional.of(TEXT) : Optional.empty();
    }

    /** UTF-8 without control characters, that doesn't begin like markup. */
    private static boolean isText(byte[] head) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(head.length);
        // A character may be cut in two at the end of the head.
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, head.length < HEAD);
        String read = text.flip().toString();
        boolean markup = read.strip().toLowerCase(Locale.ROOT).startsWith("<");
        return head.length > 0
                && !result.isError()
                && !markup
                && read.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
