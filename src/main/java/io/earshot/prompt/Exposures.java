package io.earshot.prompt;

import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import io.earshot.workspace.RowParameters;
import io.earshot.workspace.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Grants displays, one claim of a respondent after the other: the respondent's row is locked for the time of a decision, so
 * that two tabs or two devices never both show what may be shown once.
 */
@ApplicationScoped
public class Exposures {
    private final Prompts prompts;
    private final Database database;
    private final Clock clock;

    Exposures(Prompts prompts, Database database, Clock clock) {
        this.prompts = prompts;
        this.database = database;
        this.clock = clock;
    }

    /** @throws Problem 404 if there is no such prompt, 409 if the id was used for another claim */
    public Exposure claim(UUID workspace, UUID app, Claim claim) {
        Claim.Identified who = claim.identified();
        Prompt prompt = prompts.get(workspace, who.prompt());
        RespondentKey key = RespondentKey.of(workspace, who.respondent());
        Instant now = clock.instant();
        Situation situation = new Situation(
                app,
                who.respondent(),
                claim.traits() == null ? Map.of() : claim.traits(),
                claim.context() == null ? Map.of() : claim.context(),
                null,
                now);
        return database.inTransaction(connection -> {
            meet(connection, key, workspace, who.respondent(), now);
            Optional<Exposure> replayed = find(connection, key, workspace, who);
            if (replayed.isPresent()) {
                return replayed.get();
            }
            Exposure exposure = decide(connection, prompt, situation, key, who.id());
            insert(connection, key, prompt, situation, claim, exposure);
            return exposure;
        });
    }

    /**
     * A display that was answered.
     *
     * @param complete whether nothing more is to come
     */
    public record Answered(UUID workspace, RespondentKey respondent, UUID exposure, boolean complete) {}

    /**
     * A display that has just been completed.
     *
     * @param place what its prompt's quota asks for; null if the prompt has none
     */
    public record Completed(RespondentKey respondent, UUID exposure, QuotaCells.@Nullable Place place) {}

    /**
     * Notes that displays were answered, so that their prompts do not come again; within the caller's transaction.
     *
     * @return those which are complete now and were not before
     */
    public List<Completed> answered(Connection connection, List<Answered> displays) throws SQLException {
        String sql =
                """
                with given as (
                    select respondent_key, id, workspace_id, bool_or(complete) as complete
                    from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[])
                        as row (respondent_key, id, workspace_id, complete)
                    group by respondent_key, id, workspace_id),
                locked as (
                    select exposure.respondent_key, exposure.id, given.complete, held_until is not null as held,
                        given.complete and answer_completed_at is null as completes
                    from exposure join given using (respondent_key, id, workspace_id)
                    where granted order by respondent_key, id for update of exposure)
                update exposure
                set answered_at = coalesce(answered_at, ?),
                    seen_at = coalesce(seen_at, ?),
                    completed_at = case when locked.complete then coalesce(completed_at, ?) else completed_at end,
                    answer_completed_at = case when locked.complete then coalesce(answer_completed_at, ?)
                        else answer_completed_at end,
                    held_until = case when locked.complete then null
                        when locked.held then ? else null end
                from locked
                where exposure.respondent_key = locked.respondent_key and exposure.id = locked.id
                returning exposure.respondent_key, exposure.id, workspace_id, prompt_id, locked.held, locked.completes,
                    (select (definition #>> '{quota,limit}')::int from prompt where prompt.id = prompt_id) as places""";
        Instant now = clock.instant();
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            new RowParameters<>(update, displays)
                    .add("uuid", one -> one.respondent().value())
                    .add("uuid", Answered::exposure)
                    .add("uuid", Answered::workspace)
                    .add("bool", Answered::complete);
            for (int at = 5; at <= 8; at++) {
                update.setObject(at, moment(now));
            }
            update.setObject(9, moment(now.plus(HeldPlaces.FOR)));
            List<Completed> completed = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean("completes")) {
                        completed.add(new Completed(
                                new RespondentKey(row.getObject("respondent_key", UUID.class)),
                                row.getObject("id", UUID.class),
                                place(row)));
                    }
                }
            }
            return completed;
        }
    }

    private static QuotaCells.@Nullable Place place(ResultSet row) throws SQLException {
        Integer places = row.getObject("places", Integer.class);
        boolean held = row.getBoolean("held");
        if (places == null && !held) {
            return null;
        }
        QuotaCells.Cell cell =
                QuotaCells.Cell.of(row.getObject("workspace_id", UUID.class), row.getObject("prompt_id", UUID.class));
        // A quota that was taken away meanwhile limits nobody, but what is held must be given back.
        return new QuotaCells.Place(cell, places == null ? Integer.MAX_VALUE : places, held);
    }

    private static Exposure decide(
            Connection connection, Prompt prompt, Situation situation, RespondentKey key, UUID id) throws SQLException {
        HeldPlaces.releaseAbandoned(connection, prompt, situation.now());
        History history =
                Histories.of(connection, key, List.of(prompt), situation.now()).getOrDefault(prompt.id(), History.NONE);
        Check decision = Eligibility.decide(prompt, situation, history);
        if (decision.reason() == Reason.GRANTED && !HeldPlaces.hold(connection, prompt)) {
            // Somebody else took the last place since it was counted a moment ago.
            decision = Check.of(Reason.QUOTA_FULL, false, "The last place has just been taken.");
        }
        Sampling sampling = prompt.definition().sampling();
        double probability = sampling == null ? 1 : sampling.rate();
        return switch (decision.reason()) {
            case GRANTED -> Exposure.granted(id, seed(id), "shown", probability, false);
            case HOLDOUT -> Exposure.granted(id, seed(id), "holdout", probability, false);
            case STOPPED,
                    OUTSIDE_SCHEDULE,
                    APP_MISMATCH,
                    FORMAT_UNSUPPORTED,
                    AUDIENCE_MISMATCH,
                    ALREADY_ANSWERED,
                    PROMPT_CAP,
                    PROMPT_COOLDOWN,
                    QUOTA_FULL,
                    NOT_SAMPLED -> Exposure.refused(id, decision.reason(), decision.retryAfterSeconds(), false);
        };
    }

    /** From the claim's id alone, so that whoever has the id can repeat the order in which options stood. */
    public static long seed(UUID id) {
        return ByteBuffer.wrap(Sha256.of(id.toString())).getInt() & 0x7fffffffL;
    }

    private static void meet(Connection connection, RespondentKey key, UUID workspace, String respondent, Instant now)
            throws SQLException {
        String sql =
                """
                insert into respondent (respondent_key, workspace_id, respondent, first_seen_at, last_seen_at)
                values (?, ?, ?, ?, ?)
                on conflict (respondent_key) do update set last_seen_at = excluded.last_seen_at""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, key.value());
            upsert.setObject(2, workspace);
            upsert.setString(3, respondent);
            upsert.setObject(4, now.atOffset(ZoneOffset.UTC));
            upsert.setObject(5, now.atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    private static Optional<Exposure> find(
            Connection connection, RespondentKey key, UUID workspace, Claim.Identified who) throws SQLException {
        String sql =
                """
                select prompt_id, granted, reason, arm, seed, inclusion_probability, retry_after_seconds
                from exposure where respondent_key = ? and id = ? and workspace_id = ?""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, key.value());
            select.setObject(2, who.id());
            select.setObject(3, workspace);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!who.prompt().equals(row.getObject("prompt_id", UUID.class))) {
                    throw Problem.conflict(
                            "id-in-use", "Claim " + who.id() + " is of another prompt; make a new id for each claim.");
                }
                return Optional.of(
                        row.getBoolean("granted")
                                ? Exposure.granted(
                                        who.id(),
                                        row.getLong("seed"),
                                        row.getString("arm"),
                                        row.getDouble("inclusion_probability"),
                                        true)
                                : Exposure.refused(
                                        who.id(),
                                        Reason.valueOf(row.getString("reason")),
                                        row.getObject("retry_after_seconds", Long.class),
                                        true));
            }
        }
    }

    private static void insert(
            Connection connection,
            RespondentKey key,
            Prompt prompt,
            Situation situation,
            Claim claim,
            Exposure exposure)
            throws SQLException {
        String sql =
                """
                insert into exposure (respondent_key, id, workspace_id, app_id, prompt_id, session, granted, reason, arm, seed,
                    inclusion_probability, retry_after_seconds, trigger, occurred_at, sent_at, received_at, held_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""";
        Sampling sampling = prompt.definition().sampling();
        Reason reason = exposure.reason() == null ? Reason.GRANTED : exposure.reason();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, key.value());
            insert.setObject(2, exposure.id());
            insert.setObject(3, prompt.workspace());
            insert.setObject(4, situation.app());
            insert.setObject(5, prompt.id());
            insert.setString(6, claim.session());
            insert.setBoolean(7, exposure.granted());
            insert.setString(8, reason.name());
            insert.setString(9, exposure.arm());
            insert.setLong(10, seed(exposure.id()));
            insert.setDouble(11, sampling == null ? 1 : sampling.rate());
            insert.setObject(12, exposure.retryAfterSeconds());
            insert.setString(
                    13, claim.trigger() == null ? null : claim.trigger().toString());
            insert.setObject(14, moment(claim.occurredAt()));
            insert.setObject(15, moment(claim.sentAt()));
            insert.setObject(16, moment(situation.now()));
            boolean holds = prompt.definition().quota() != null && "shown".equals(exposure.arm());
            insert.setObject(17, moment(holds ? situation.now().plus(HeldPlaces.FOR) : null));
            insert.executeUpdate();
        }
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
