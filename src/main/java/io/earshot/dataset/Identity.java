package io.earshot.dataset;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers which response each row is. */
final class Identity {
    private final TextColumn.Builder id = TextColumn.builder(variable("id", Measure.TEXT));
    private final TextColumn.Builder respondent = TextColumn.builder(variable("respondent", Measure.TEXT));
    private final TimeColumn.Builder startedAt = TimeColumn.builder(variable("started_at", Measure.DATE));
    private final TimeColumn.Builder submittedAt = TimeColumn.builder(variable("submitted_at", Measure.DATE));
    private final TextColumn.Builder language = TextColumn.builder(variable("language", Measure.TEXT));
    private final TextColumn.Builder status = TextColumn.builder(variable("status", Measure.TEXT));

    void add(
            @Nullable String id,
            @Nullable String respondent,
            @Nullable Instant startedAt,
            @Nullable Instant submittedAt,
            @Nullable String language,
            String status) {
        add(this.id, id);
        add(this.respondent, respondent);
        add(this.startedAt, startedAt);
        add(this.submittedAt, submittedAt);
        add(this.language, language);
        add(this.status, status);
    }

    /** Adds a row whose first fields are those of {@link #add(String, String, Instant, Instant, String, String)} in their order. */
    void add(BinaryCopy row) {
        id.addId(row.number(0), row.secondNumber(0));
        text(respondent, row, 1);
        time(startedAt, row, 2);
        time(submittedAt, row, 3);
        text(language, row, 4);
        text(status, row, 5);
    }

    List<Column> build() {
        return List.of(
                id.build(),
                respondent.build(),
                startedAt.build(),
                submittedAt.build(),
                language.build(),
                status.build());
    }

    private static void text(TextColumn.Builder builder, BinaryCopy row, int field) {
        if (row.isNull(field)) {
            builder.addMissing(Missing.NOT_ASKED);
        } else {
            builder.add(row.bytes(), row.start(field), row.end(field));
        }
    }

    private static void time(TimeColumn.Builder builder, BinaryCopy row, int field) {
        if (row.isNull(field)) {
            builder.addMissing(Missing.NOT_ASKED);
        } else {
            builder.add(row.micros(field));
        }
    }

    private static void add(TextColumn.Builder builder, @Nullable String text) {
        if (text == null) {
            builder.addMissing(Missing.NOT_ASKED);
        } else {
            builder.add(text);
        }
    }

    private static void add(TimeColumn.Builder builder, @Nullable Instant time) {
        if (time == null) {
            builder.addMissing(Missing.NOT_ASKED);
        } else {
            builder.add(time);
        }
    }

    private static Variable variable(String name, Measure measure) {
        return Variable.of(name, name, Text.of(name), measure);
    }
}
