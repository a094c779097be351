package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.file.StoredFile;
import io.earshot.file.StoredFiles;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.FileQuestion;
import io.earshot.questionnaire.flow.Flow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers that name uploads: each must be there, be of what the question takes, and belong to no other response. */
@Singleton
class FileAnswers {
    private final StoredFiles files;

    FileAnswers(StoredFiles files) {
        this.files = files;
    }

    /** Whether {@link #claim} has anything to ask the database. */
    boolean areNamed(Flow asked, Submission sent) {
        return asked.files().stream().anyMatch(question -> sent.answers().containsKey(question.name()));
    }

    /**
     * Notes that the uploads are this response's.
     *
     * @param untied whether nothing may lead from an upload to its display
     * @throws Problem 422 with a pointer for each upload that isn't there or isn't taken
     */
    void claim(Flow asked, ValidResponse response, boolean untied) {
        UUID app = response.app();
        if (app == null) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        for (FileQuestion question : asked.files()) {
            JsonNode answer = response.submission().answers().get(question.name());
            if (answer != null && !answer.isEmpty()) {
                check(question, answer, response, app, untied, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("invalid-answers", "The questionnaire does not allow these answers", faults);
        }
    }

    private void check(
            FileQuestion question,
            JsonNode answer,
            ValidResponse response,
            UUID app,
            boolean untied,
            List<Fault> faults) {
        List<UUID> named = new ArrayList<>();
        answer.forEach(id -> named.add(UUID.fromString(id.asText())));
        Map<UUID, StoredFile> found =
                files.claim(response.workspace(), app, named, response.respondentKey(), response.id(), untied).stream()
                        .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        Integer most = question.maxBytes();
        for (int i = 0; i < named.size(); i++) {
            StoredFile file = found.get(named.get(i));
            String pointer = "/answers" + Fault.segment(question.name()) + "/" + i;
            if (file == null) {
                faults.add(new Fault(
                        pointer,
                        "unknown-file",
                        "There is no upload " + named.get(i) + " that this response may name."));
            } else if (!question.accepts(file.mediaType())) {
                faults.add(new Fault(
                        pointer,
                        "wrong-type",
                        "The question takes " + String.join(", ", question.accept()) + ", not " + file.mediaType()
                                + "."));
            } else if (most != null && file.bytes() > most) {
                faults.add(new Fault(
                        pointer,
                        "too-large",
                        "A file for this question may have " + most + " bytes, not " + file.bytes() + "."));
            }
        }
    }
}
