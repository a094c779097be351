package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.regression.KeyDrivers;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an outcome hangs on, by two measures of importance side by side, and how well each driver does.
 *
 * @param base    of the importance: responses that answered all
 * @param drivers in the order asked for
 */
@JsonTypeName("drivers")
public record DriverAnalysis(Subject outcome, Base base, List<Driver> drivers, Outcome<KeyDrivers> importance)
        implements ModuleFinding {
    public DriverAnalysis {
        requireNonNull(outcome, "outcome");
        requireNonNull(base, "base");
        requireNonNull(importance, "importance");
        drivers = List.copyOf(drivers);
    }

    /**
     * One driver.
     *
     * @param n           answers to it
     * @param performance its mean put on 0 to 100 over the ends of its scale; empty if nobody answered or it has no ends
     */
    public record Driver(Subject subject, long n, OptionalDouble performance) {
        public Driver {
            requireNonNull(subject, "subject");
        }
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.drivers(this);
    }
}
