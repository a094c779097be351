package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** File name extensions and media types of other tools as the media types of a {@code file} question. */
public final class FileTypes {
    /** The largest file that is taken, in bytes. */
    public static final long MAX_BYTES = 20L << 20;

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("heic", "image/heic"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("zip", "application/zip"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"));

    private FileTypes() {}

    /**
     * Sets {@code accept} from words such as {@code .png, image/*}; leaves it out if a word isn't known, so that nothing is refused.
     *
     * @return the words that aren't known
     */
    public static List<String> put(String types, ObjectNode file) {
        Set<String> media = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String word : types.toLowerCase(Locale.ROOT).split("[,;\\s]+")) {
            if (word.isEmpty()) {
                continue;
            }
            String known = word.contains("/") ? word : BY_EXTENSION.get(word.replaceFirst("^\\*?\\.", ""));
            if (known == null) {
                unknown.add(word);
                continue;
            }
            media.add(known);
        }
        if (!media.isEmpty() && unknown.isEmpty()) {
            media.forEach(file.putArray("accept")::add);
        }
        return unknown;
    }
}
