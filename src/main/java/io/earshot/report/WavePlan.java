package io.earshot.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What makes responses a wave.
 *
 * @param windows where waves are given as windows of days; absent otherwise
 */
public record WavePlan(By by, @Nullable List<Window> windows) {
    public WavePlan {
        requireNonNull(by, "by");
        windows = windows == null ? null : List.copyOf(windows);
    }

    /** By which responses are told apart. */
    public enum By {
        VERSION,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        WINDOW;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The days from the first to the last, both within, in the report's time zone.
     *
     * @param from ISO date
     * @param to   ISO date
     */
    public record Window(Text title, String from, String to) {
        public Window {
            requireNonNull(title, "title");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(LocalDate.parse(from)) && !day.isAfter(LocalDate.parse(to));
        }
    }

    List<Window> windowsGiven() {
        List<Window> given = windows;
        return given == null ? List.of() : given;
    }

    List<Fault> check() {
        List<Fault> faults = new ArrayList<>();
        if (by == By.WINDOW && windowsGiven().size() < 2) {
            faults.add(new Fault("/windows", "required", "Waves by window need two windows or more."));
        }
        for (int i = 0; i < windowsGiven().size(); i++) {
            Window window = windowsGiven().get(i);
            try {
                if (LocalDate.parse(window.from()).isAfter(LocalDate.parse(window.to()))) {
                    faults.add(new Fault(
                            "/windows/" + i,
                            "reversed",
                            "The window ends before it begins: " + window.from() + " to " + window.to() + "."));
                }
            } catch (DateTimeException e) {
                faults.add(new Fault(
                        "/windows/" + i,
                        "not-a-date",
                        "A window goes from one day to another, written YYYY-MM-DD: " + window.from() + ", "
                                + window.to() + "."));
            }
        }
        return faults;
    }
}
