package io.earshot.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.questionnaire.TextQuestion;
import io.earshot.workspace.Database;
import io.earshot.workspace.RecurringJob;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges what has been completed since it last ran. What was judged before it had enough to compare with is judged again. */
@Singleton
class QualityJob implements RecurringJob {
    private static final Duration EVERY = Duration.ofMinutes(2);

    /** What is younger may still be overtaken by what was received before it. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final int AT_A_TIME = 100;

    /** So many times as long as it works it rests, because who is answering meanwhile needs the processor more. */
    private static final int REST = 2;

    /** Fewer make no median that somebody could be held to. */
    private static final int ENOUGH = 30;

    private static final int LONG_TEXT = 40;
    private static final UUID NO_ID = new UUID(0, 0);
    private static final String INSTALLATION = "app.installation.id";

    private final Questionnaires questionnaires;
    private final QualityMarks marks;
    private final JudgedRows rows;
    private final FirstValues firsts;
    private final Database database;
    private final Clock clock;

    QualityJob(
            Questionnaires questionnaires,
            QualityMarks marks,
            JudgedRows rows,
            FirstValues firsts,
            Database database,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.marks = marks;
        this.rows = rows;
        this.firsts = firsts;
        this.database = database;
        this.clock = clock;
    }

    private record Asked(UUID workspace, UUID questionnaire) {}

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public Schedule schedule() {
        return Schedules.fixedDelay(EVERY);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        judge(clock.instant().minus(SETTLED), stopping);
    }

    /** All that was received before a time. */
    void judge(Instant until, BooleanSupplier stopping) {
        long running = database.run(marks::running);
        for (Asked asked : all()) {
            if (stopping.getAsBoolean()) {
                return;
            }
            judge(asked, until, running, stopping);
        }
    }

    private List<Asked> all() {
        return database.run(connection -> {
            List<Asked> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select workspace_id, id from questionnaire where latest_version > 0 order by id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Asked(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            return all;
        });
    }

    /** @param running the oldest transaction that was running before anything was read */
    private void judge(Asked asked, Instant until, long running, BooleanSupplier stopping) {
        QualityMarks.Mark mark =
                database.run(connection -> marks.of(connection, asked.workspace(), asked.questionnaire()));
        Set<Instant> days = new HashSet<>(List.of(
                mark.receivedAt().truncatedTo(ChronoUnit.DAYS), clock.instant().truncatedTo(ChronoUnit.DAYS)));
        List<Judged> untimed = ofDays(asked, days, mark.untimedFrom(), NO_ID);
        List<Judged> next = after(asked, mark, until);
        if (next.isEmpty() && untimed.isEmpty()) {
            return;
        }
        JudgedRows.Times times =
                database.run(connection -> rows.times(connection, asked.workspace(), asked.questionnaire()));
        boolean enough = times.n() >= ENOUGH;
        if (enough && !mark.speedJudged()) {
            mark = mark.anew();
            next = after(asked, mark, until);
        }
        long from = mark.untimedFrom();
        while (!untimed.isEmpty() && !stopping.getAsBoolean()) {
            List<Judged> some = untimed;
            untimed = restfully(() -> {
                database.inTransaction(connection -> flag(connection, asked, some, times));
                return ofDays(asked, days, from, some.get(some.size() - 1).id());
            });
        }
        if (untimed.isEmpty()) {
            mark = mark.untimedFrom(running);
            set(asked, mark);
        }
        long untimedFrom = mark.untimedFrom();
        while (!next.isEmpty() && !stopping.getAsBoolean()) {
            List<Judged> some = next;
            Judged last = some.get(some.size() - 1);
            QualityMarks.Mark reached = new QualityMarks.Mark(last.receivedAt(), last.id(), enough, untimedFrom);
            next = restfully(() -> {
                store(asked, some, times, reached);
                return after(asked, reached, until);
            });
        }
    }

    private static List<Judged> restfully(Supplier<List<Judged>> step) {
        long begun = System.nanoTime();
        List<Judged> next = step.get();
        try {
            TimeUnit.NANOSECONDS.sleep(REST * (System.nanoTime() - begun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return next;
    }

    private List<Judged> ofDays(Asked asked, Set<Instant> days, long from, UUID after) {
        return database.run(connection ->
                rows.ofDays(connection, asked.workspace(), asked.questionnaire(), days, from, after, AT_A_TIME));
    }

    private List<Judged> after(Asked asked, QualityMarks.Mark mark, Instant until) {
        return database.run(
                connection -> rows.after(connection, asked.workspace(), asked.questionnaire(), mark, until, AT_A_TIME));
    }

    private void set(Asked asked, QualityMarks.Mark mark) {
        database.inTransaction(connection -> {
            marks.set(connection, asked.workspace(), asked.questionnaire(), mark);
            return mark;
        });
    }

    private void store(Asked asked, List<Judged> judged, JudgedRows.Times times, QualityMarks.Mark mark) {
        database.inTransaction(connection -> {
            flag(connection, asked, judged, times);
            marks.set(connection, asked.workspace(), asked.questionnaire(), mark);
            return mark;
        });
    }

    private int flag(Connection connection, Asked asked, List<Judged> judged, JudgedRows.Times times)
            throws SQLException {
        Map<Integer, Optional<PublishedVersion>> versions = new HashMap<>();
        Map<Judged, Set<Flag>> flags = new LinkedHashMap<>();
        for (Judged one : judged) {
            versions.computeIfAbsent(
                            one.version(),
                            version -> questionnaires.find(asked.workspace(), asked.questionnaire(), version))
                    .ifPresent(version -> flags.put(one, Signs.of(version, one)));
        }
        Set<UUID> repeated = firsts.repeated(connection, asked.questionnaire(), values(versions, judged));
        Double median = times.median();
        flags.forEach((one, signs) -> {
            if (repeated.contains(one.id())) {
                signs.add(Flag.DUPLICATE);
            }
            if (median != null && times.n() >= ENOUGH) {
                one.duration()
                        .filter(taken -> taken.toMillis() / 1000.0 < median / 3)
                        .ifPresent(taken -> signs.add(Flag.SPEEDER));
            }
        });
        rows.flag(connection, flags);
        return flags.size();
    }

    /** What tells a repetition, in the order of the responses. */
    private static List<FirstValues.Value> values(
            Map<Integer, Optional<PublishedVersion>> versions, List<Judged> judged) {
        Set<String> texts = new TreeSet<>();
        versions.values()
                .forEach(version -> version.ifPresent(known -> known.content().questions().stream()
                        .filter(TextQuestion.class::isInstance)
                        .map(Question::name)
                        .forEach(texts::add)));
        List<FirstValues.Value> values = new ArrayList<>();
        for (Judged one : judged) {
            add(INSTALLATION, one.context().get(INSTALLATION), 1, one, values);
            for (String name : texts) {
                add(name, one.answers().get(name), LONG_TEXT, one, values);
            }
        }
        return values;
    }

    private static void add(
            String name, @Nullable JsonNode value, int shortest, Judged one, List<FirstValues.Value> values) {
        if (value != null && value.isTextual() && value.textValue().length() >= shortest) {
            values.add(new FirstValues.Value(name, value.textValue(), one));
        }
    }
}
