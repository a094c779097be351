package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.Missing;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.Watch;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Tells responses apart by wave, the earliest first; a response that is in none is left out. */
final class WaveSpan {
    private static final String WAVE = "wave";

    private final Extract extract;
    private final ZoneId zone;
    private final String language;

    WaveSpan(Extract extract, ZoneId zone, String language) {
        this.extract = extract;
        this.zone = zone;
        this.language = language;
    }

    Span of(WavePlan plan) {
        IntFunction<Optional<String>> wave = plan.by() == WavePlan.By.VERSION ? version() : day(plan);
        List<Optional<String>> waves = new ArrayList<>();
        for (int row = 0; row < extract.rows(); row++) {
            Watch.look(row);
            waves.add(wave.apply(row));
        }
        List<String> codes = plan.by() == WavePlan.By.WINDOW
                ? Stream.iterate(0, place -> place < plan.windowsGiven().size(), place -> place + 1)
                        .map(place -> Integer.toString(place + 1))
                        .toList()
                : waves.stream().flatMap(Optional::stream).distinct().sorted().toList();
        List<String> labels = plan.by() == WavePlan.By.WINDOW
                ? plan.windowsGiven().stream()
                        .map(window -> window.title().in(language, "en"))
                        .toList()
                : codes;
        CodedColumn.Builder builder = CodedColumn.builder(Variable.of(WAVE, WAVE, Text.of(WAVE), Measure.ORDINAL)
                .coded(codes.stream()
                        .map(code -> new Variable.CodedValue(code, Text.of(code)))
                        .toList()));
        waves.forEach(code -> {
            if (code.isPresent()) {
                builder.add(code.orElseThrow());
            } else {
                builder.addMissing(Missing.NOT_ASKED);
            }
        });
        return new Span("", "", labels, builder.build(), List.of());
    }

    private IntFunction<Optional<String>> version() {
        NumberColumn versions = (NumberColumn) beside(Preparation.VERSION);
        return row -> Optional.of("v" + (long) versions.score(row));
    }

    private IntFunction<Optional<String>> day(WavePlan plan) {
        Circumstances known = new Circumstances(extract.identity(), zone, List.of(), 0);
        RowDays days = known.days();
        Map<LocalDate, Optional<String>> waves = new HashMap<>();
        return row -> days.of(row).flatMap(day -> waves.computeIfAbsent(day, unknown -> wave(plan, unknown)));
    }

    private Column beside(String name) {
        return extract.identity().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("responses were read without their " + name));
    }

    private static Optional<String> wave(WavePlan plan, LocalDate day) {
        return switch (plan.by()) {
            case DAY -> Optional.of(day.toString());
            case WEEK ->
                Optional.of("%d-W%02d"
                        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
            case MONTH -> Optional.of("%d-%02d".formatted(day.getYear(), day.getMonthValue()));
            case QUARTER -> Optional.of("%d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR)));
            case YEAR -> Optional.of(Integer.toString(day.getYear()));
            case WINDOW -> {
                for (int i = 0; i < plan.windowsGiven().size(); i++) {
                    if (plan.windowsGiven().get(i).holds(day)) {
                        yield Optional.of(Integer.toString(i + 1));
                    }
                }
                yield Optional.empty();
            }
            case VERSION -> throw new IllegalStateException("versions are not told apart by day");
        };
    }
}
