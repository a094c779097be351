package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that were uploaded before; the answer is an array of the ids that the uploads gave.
 *
 * @param accept     media types such as {@code image/png} or {@code image/*}; empty takes any
 * @param maxBytes   most bytes of each file, from 1 to 20 MiB; absent is 5 MiB
 * @param maxFiles   from 1 to 10; absent is 1
 * @param screenshot true if the respondent may take a picture of the screen
 */
@JsonTypeName(FileQuestion.TYPE)
public record FileQuestion(
        Asked asked, List<String> accept, @Nullable Integer maxBytes, @Nullable Integer maxFiles, boolean screenshot)
        implements Question {
    static final String TYPE = "file";

    private static final int MIB = 1024 * 1024;
    private static final int DEFAULT_MAX_BYTES = 5 * MIB;
    private static final int LARGEST_MAX_BYTES = 20 * MIB;
    private static final int LARGEST_MAX_FILES = 10;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/([a-z0-9][a-z0-9!#$&^_.+-]{0,126}|\\*)");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public FileQuestion {
        requireNonNull(asked, "asked");
        accept = List.copyOf(requireNonNullElse(accept, List.of()));
        maxBytes = requireNonNullElse(maxBytes, DEFAULT_MAX_BYTES);
        maxFiles = requireNonNullElse(maxFiles, 1);
        for (String type : accept) {
            if (!MEDIA_TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException("accept of " + asked.name() + " must be media types: " + type);
            }
        }
        if (maxBytes < 1 || maxBytes > LARGEST_MAX_BYTES) {
            throw new IllegalArgumentException("maxBytes must be from 1 to " + LARGEST_MAX_BYTES + ": " + maxBytes);
        }
        if (maxFiles < 1 || maxFiles > LARGEST_MAX_FILES) {
            throw new IllegalArgumentException("maxFiles must be from 1 to " + LARGEST_MAX_FILES + ": " + maxFiles);
        }
    }

    /** Whether files of a media type, without parameters, may be given. */
    public boolean accepts(String mediaType) {
        String given = mediaType.toLowerCase(Locale.ROOT);
        return accept.isEmpty()
                || accept.stream()
                        .anyMatch(type -> type.endsWith("/*")
                                ? given.startsWith(type.substring(0, type.length() - 1))
                                : given.equals(type));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(asked.variable(Measure.TEXT).shaped(Variable.Shape.SET).written(Variable.Format.FILE));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        if (answer == null) {
            return List.of();
        }
        String pointer = Fault.segment(name());
        if (!answer.isArray()) {
            return List.of(AnswerFault.wrongType(pointer, answer, "an array of files' ids"));
        }
        List<Fault> faults = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (int i = 0; i < answer.size(); i++) {
            String at = pointer + "/" + i;
            JsonNode id = answer.get(i);
            if (!id.isTextual()) {
                faults.add(AnswerFault.wrongType(at, id, "the id of a file"));
            } else if (!UUID.matcher(id.textValue().toLowerCase(Locale.ROOT)).matches()) {
                faults.add(AnswerFault.badFormat(at, id, "the id that the upload gave"));
            } else if (!given.add(id.textValue().toLowerCase(Locale.ROOT))) {
                faults.add(new Fault(at, "chosen-twice", "The file " + id.textValue() + " is given twice."));
            }
        }
        int most = requireNonNullElse(maxFiles, 1);
        if (faults.isEmpty() && given.size() > most) {
            faults.add(AnswerFault.tooMany(pointer, "files may be given", most, given.size()));
        }
        return faults;
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        return answer == null || answer.isEmpty() ? List.of(name()) : List.of();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.file(this);
    }
}
