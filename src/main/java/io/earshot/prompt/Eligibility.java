package io.earshot.prompt;

import io.earshot.questionnaire.logic.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a respondent may see a prompt. Evaluation, claim and explanation all ask here, so that an explanation can't differ
 * from a decision.
 */
final class Eligibility {
    private static final List<Rule> RULES = List.of(
            Eligibility::running,
            Eligibility::scheduled,
            Eligibility::inItsApp,
            Eligibility::drawable,
            Eligibility::inAudience,
            Eligibility::unanswered,
            Eligibility::belowCap,
            Eligibility::rested,
            Eligibility::withPlaces,
            Eligibility::sampled,
            Eligibility::notHeldOut);

    private Eligibility() {}

    private interface Rule {
        Check check(Prompt prompt, Situation situation, History history);
    }

    /** All checks in order, also those after the first that failed. */
    static List<Check> checks(Prompt prompt, Situation situation, History history) {
        List<Check> checks = new ArrayList<>();
        RULES.forEach(rule -> checks.add(rule.check(prompt, situation, history)));
        return checks;
    }

    /** The first check that fails, or a passed {@link Reason#GRANTED}. */
    static Check decide(Prompt prompt, Situation situation, History history) {
        return RULES.stream()
                .map(rule -> rule.check(prompt, situation, history))
                .filter(check -> !check.passed())
                .findFirst()
                .orElseGet(() -> Check.of(Reason.GRANTED, true, "Every check passed."));
    }

    private static Check running(Prompt prompt, Situation situation, History history) {
        return Check.of(
                Reason.STOPPED,
                prompt.status() == Prompt.Status.RUNNING,
                "The prompt is " + prompt.status().word() + ".");
    }

    private static Check scheduled(Prompt prompt, Situation situation, History history) {
        Schedule schedule = prompt.definition().schedule();
        if (schedule == null) {
            return Check.of(Reason.OUTSIDE_SCHEDULE, true, "There is no schedule.");
        }
        Instant from = schedule.from();
        return new Check(
                Reason.OUTSIDE_SCHEDULE,
                schedule.includes(situation.now()),
                "It is " + situation.now() + "; the schedule is " + told(from) + " to " + told(schedule.until()) + ".",
                from != null && situation.now().isBefore(from) ? seconds(situation.now(), from) : null);
    }

    private static Check inItsApp(Prompt prompt, Situation situation, History history) {
        return Check.of(
                Reason.APP_MISMATCH,
                prompt.definition().app().equals(situation.app()),
                "The prompt is in app " + prompt.definition().app() + ", the call comes from app " + situation.app()
                        + ".");
    }

    private static Check drawable(Prompt prompt, Situation situation, History history) {
        Format format = prompt.definition().format();
        List<Format> formats = situation.formats();
        return Check.of(
                Reason.FORMAT_UNSUPPORTED,
                formats == null || formats.contains(format),
                formats == null
                        ? "The application did not say what it can draw."
                        : "The prompt is a " + format.word() + "; the application draws "
                                + formats.stream().map(Format::word).toList() + ".");
    }

    private static Check inAudience(Prompt prompt, Situation situation, History history) {
        var audience = prompt.definition().audience();
        return audience == null
                ? Check.of(Reason.AUDIENCE_MISMATCH, true, "The audience is everybody.")
                : Check.of(
                        Reason.AUDIENCE_MISMATCH,
                        audience.holds(situation.data(), situation.now()) == Truth.YES,
                        "The audience is " + audience.logic() + ".");
    }

    private static Check unanswered(Prompt prompt, Situation situation, History history) {
        Double wait = prompt.definition().effectiveCaps().waitAfterAnsweredDays();
        Instant answered = history.lastAnsweredAt();
        if (answered == null) {
            return Check.of(Reason.ALREADY_ANSWERED, true, "There is no answer yet.");
        }
        if (wait == null) {
            return Check.of(Reason.ALREADY_ANSWERED, false, "It was answered at " + answered + ".");
        }
        return waited(Reason.ALREADY_ANSWERED, "answered", answered, wait, situation.now());
    }

    private static Check belowCap(Prompt prompt, Situation situation, History history) {
        int most = prompt.definition().effectiveCaps().shownAtMost();
        return Check.of(
                Reason.PROMPT_CAP,
                history.shown() < most,
                "It was shown " + history.shown() + " times"
                        + (most == Integer.MAX_VALUE ? "; there is no limit." : " of at most " + most + "."));
    }

    private static Check rested(Prompt prompt, Situation situation, History history) {
        Caps caps = prompt.definition().effectiveCaps();
        Check afterShown = waited(
                Reason.PROMPT_COOLDOWN, "shown", history.lastShownAt(), caps.waitAfterShownDays(), situation.now());
        Check afterDismissed = waited(
                Reason.PROMPT_COOLDOWN,
                "dismissed",
                history.lastDismissedAt(),
                caps.waitAfterDismissedDays(),
                situation.now());
        return longer(afterShown, afterDismissed);
    }

    private static Check withPlaces(Prompt prompt, Situation situation, History history) {
        PromptQuota quota = prompt.definition().quota();
        return quota == null
                ? Check.of(Reason.QUOTA_FULL, true, "There is no quota.")
                : Check.of(
                        Reason.QUOTA_FULL,
                        history.placesTaken() < quota.places(),
                        history.placesTaken() + " of " + quota.places()
                                + " places are filled, or held for displays that are being answered.");
    }

    private static Check sampled(Prompt prompt, Situation situation, History history) {
        return share(
                Reason.NOT_SAMPLED,
                prompt.definition().sampling(),
                sampling ->
                        sampling.includes(situation.respondent(), prompt.id().toString()),
                true);
    }

    private static Check notHeldOut(Prompt prompt, Situation situation, History history) {
        return share(
                Reason.HOLDOUT,
                prompt.definition().holdout(),
                holdout -> holdout.includes(situation.respondent(), "holdout:" + prompt.id()),
                false);
    }

    private static Check share(
            Reason reason, @Nullable Sampling sampling, Function<Sampling, Boolean> includes, boolean wanted) {
        if (sampling == null) {
            return Check.of(reason, true, "There is none.");
        }
        boolean included = includes.apply(sampling);
        return Check.of(
                reason,
                included == wanted,
                "The rate is " + sampling.rate() + "; the respondent is " + (included ? "" : "not ")
                        + "among them, always.");
    }

    private static Check waited(
            Reason reason, String what, @Nullable Instant last, @Nullable Double days, Instant now) {
        if (last == null || days == null) {
            return Check.of(reason, true, "There is nothing to wait for.");
        }
        Instant over = last.plusMillis(Math.round(days * Duration.ofDays(1).toMillis()));
        boolean passed = !now.isBefore(over);
        return new Check(
                reason,
                passed,
                "It was " + what + " at " + last + "; the wait is " + days + " days.",
                passed ? null : seconds(now, over));
    }

    private static Check longer(Check one, Check other) {
        if (one.passed() || other.passed()) {
            return one.passed() ? other : one;
        }
        long first = one.retryAfterSeconds() == null ? 0 : one.retryAfterSeconds();
        long second = other.retryAfterSeconds() == null ? 0 : other.retryAfterSeconds();
        return first >= second ? one : other;
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(1, (Duration.between(from, to).toMillis() + 999) / 1000);
    }

    private static String told(@Nullable Instant moment) {
        return moment == null ? "any time" : moment.toString();
    }
}
