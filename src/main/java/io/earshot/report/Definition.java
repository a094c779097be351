package io.earshot.report;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.earshot.problem.Fault;
import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers a report gives, in which words, from which responses. Its JSON form is
 * {@code survey-schemas/report.schema.json}.
 *
 * @param confidence of every interval, in (0, 1); 0.95 if absent
 * @param language   BCP 47, of labels and wording; the questionnaire's default if absent
 * @param timeZone   IANA name of the zone that times are shown in; UTC if absent
 * @param statuses   which responses count; both partial and complete if absent
 * @param versions   of the questionnaire whose responses are read together; only the version asked for if absent
 * @param poolAnyway variables that are read together although they mean something else in another version; none if absent
 * @param filter     JsonLogic over answers by variable name and {@code context.*}; every response if absent
 * @param weights    every response counts once if absent
 * @param banner     the groups that banner tables compare; none if absent
 * @param waves      what the tables of a waves section compare; absent if there is none
 * @param secondLevel confidence, below {@code confidence}, at which a difference has a small letter; none if absent
 * @param correction of the p-values of a line in a block of a banner; none if absent
 * @param minimumBase columns with fewer respondents are flagged and not compared; 30 if absent
 * @param suppressBelow of columns with fewer respondents nothing is told but how many there are; 10 if absent, or the minimum base if
 *     that is less
 * @param withoutFlags words of the signs of carelessness whose responses don't count; all count if absent
 * @param dataSheets whether the workbook has the responses themselves, open answers among them; it has if absent
 */
public record Definition(
        String name,
        Text title,
        @Nullable Text description,
        List<Section> sections,
        @Nullable Double confidence,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable List<String> statuses,
        @Nullable Versions versions,
        @Nullable List<String> poolAnyway,
        @Nullable Condition filter,
        @Nullable WeightPlan weights,
        @Nullable BannerPlan banner,
        @Nullable WavePlan waves,
        @Nullable Double secondLevel,
        @Nullable Correction correction,
        @Nullable Long minimumBase,
        @Nullable Long suppressBelow,
        @Nullable List<String> withoutFlags,
        @Nullable Boolean dataSheets) {
    private static final double USUAL_CONFIDENCE = 0.95;
    private static final long USUAL_BASE = 30;
    private static final long USUALLY_SHOWN_FROM = 10;

    public Definition {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        sections = List.copyOf(sections);
        confidence = requireNonNullElse(confidence, USUAL_CONFIDENCE);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        if (secondLevel != null && !(secondLevel > 0 && secondLevel < 1)) {
            throw new IllegalArgumentException("secondLevel must be in (0, 1): " + secondLevel);
        }
        timeZone = requireNonNullElse(timeZone, "UTC");
        statuses = List.copyOf(requireNonNullElse(statuses, List.of("complete", "partial")));
        poolAnyway = poolAnyway == null ? null : List.copyOf(poolAnyway);
        correction = requireNonNullElse(correction, Correction.NONE);
        minimumBase = requireNonNullElse(minimumBase, USUAL_BASE);
        withoutFlags = withoutFlags == null ? null : List.copyOf(withoutFlags);
    }

    public double confidenceLevel() {
        return requireNonNullElse(confidence, USUAL_CONFIDENCE);
    }

    boolean hasDataSheets() {
        return dataSheets == null || dataSheets;
    }

    OptionalDouble secondAlpha() {
        return secondLevel == null ? OptionalDouble.empty() : OptionalDouble.of(BlockTable.alpha(secondLevel));
    }

    boolean pools(String variable) {
        return poolAnyway != null && poolAnyway.contains(variable);
    }

    /** The variables and questions that it names, other than by taking all. */
    Set<String> named(Questionnaire questionnaire) {
        Set<String> names = new LinkedHashSet<>();
        sections.forEach(section -> names.addAll(section.named(questionnaire)));
        if (banner != null) {
            banner.groups().forEach(group -> names.addAll(group.variables()));
        }
        if (weights instanceof WeightPlan.Raked raked) {
            raked.margins().forEach(margin -> names.add(margin.variable()));
        } else if (weights instanceof WeightPlan.Given given) {
            names.add(given.variable());
        }
        if (filter != null) {
            names.addAll(filter.names());
        }
        return names;
    }

    public List<String> responseStatuses() {
        return requireNonNullElse(statuses, List.of());
    }

    /** @throws DateTimeException if there is no such zone; {@link #check} finds that before */
    public ZoneId zone() {
        return ZoneId.of(requireNonNullElse(timeZone, "UTC"));
    }

    public String languageFor(Questionnaire questionnaire) {
        return requireNonNullElse(language, questionnaire.defaultLanguage());
    }

    Correction correctionOrNone() {
        return requireNonNullElse(correction, Correction.NONE);
    }

    List<String> flagsLeftOut() {
        return requireNonNullElse(withoutFlags, List.of());
    }

    long baseAtLeast() {
        return requireNonNullElse(minimumBase, USUAL_BASE);
    }

    /** Whoever compares columns of five respondents wants to see them. */
    long shownFrom() {
        return suppressBelow == null ? Math.min(USUALLY_SHOWN_FROM, baseAtLeast()) : suppressBelow;
    }

    /** What the definition asks for that the questionnaire can't give, with pointers into the definition. */
    public List<Fault> check(Questionnaire questionnaire) {
        List<Fault> faults = new ArrayList<>();
        try {
            zone();
        } catch (DateTimeException e) {
            faults.add(new Fault("/timeZone", "unknown-time-zone", "There is no time zone " + timeZone + "."));
        }
        faults.addAll(new DefinitionCheck(this, questionnaire).faults());
        for (int i = 0; i < sections.size(); i++) {
            String at = "/sections/" + i;
            sections.get(i).check(questionnaire).forEach(fault -> faults.add(fault.within(at)));
        }
        return faults;
    }
}
