package io.earshot.statistics.quality;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Outcome rates by the definitions of the American Association for Public Opinion Research; each in [0, 1], undefined if
 * its base is 0. The base of 1 and 2 holds all of unknown eligibility, that of 3 and 4 their share e, that of 5 and 6 none.
 *
 * @param response    RR1 to RR6: odd ones count complete interviews, even ones partial ones too
 * @param cooperation COOP1 to COOP4, of those contacted
 * @param refusal     REF1 to REF3
 * @param contact     CON1 to CON3
 * @see <a href="https://aapor.org/standards-and-ethics/standard-definitions/">AAPOR, Standard Definitions</a>
 */
public record ResponseRates(Rates response, Rates cooperation, Rates refusal, Rates contact) {
    /** Rates in the order of their numbers. */
    public record Rates(List<Outcome<Double>> values) {
        public Rates {
            values = List.copyOf(values);
        }

        /** The rate of a number from 1. */
        public Outcome<Double> number(int number) {
            return values.get(number - 1);
        }
    }

    /**
     * What became of those asked.
     *
     * @param complete     I, completed interviews
     * @param partial      P, partial interviews
     * @param refused      R, refusals and break-offs
     * @param noContact    NC
     * @param other        O, others that were eligible
     * @param unknownHouse UH, unknown whether there was anyone to ask
     * @param unknownOther UO, unknown otherwise
     */
    public record Dispositions(
            long complete,
            long partial,
            long refused,
            long noContact,
            long other,
            long unknownHouse,
            long unknownOther) {
        public Dispositions {
            long[] counts = {complete, partial, refused, noContact, other, unknownHouse, unknownOther};
            for (long count : counts) {
                if (count < 0) {
                    throw new IllegalArgumentException("a count must not be negative: " + count);
                }
            }
        }
    }

    /**
     * The rates.
     *
     * @param eligible e, the share of those of unknown eligibility that are eligible, in [0, 1]
     * @throws IllegalArgumentException if {@code eligible} is outside [0, 1]
     */
    public static ResponseRates of(Dispositions of, double eligible) {
        if (!(eligible >= 0 && eligible <= 1)) {
            throw new IllegalArgumentException("the eligible share must be in [0, 1]: " + eligible);
        }
        double full = of.complete();
        double some = full + of.partial();
        double known = some + of.refused() + of.noContact() + of.other();
        double unknown = of.unknownHouse() + of.unknownOther();
        double all = known + unknown;
        double estimated = known + eligible * unknown;
        double contacted = some + of.refused() + of.other();
        double able = some + of.refused();
        return new ResponseRates(
                rates(full, all, some, all, full, estimated, some, estimated, full, known, some, known),
                rates(full, contacted, some, contacted, full, able, some, able),
                rates(of.refused(), all, of.refused(), estimated, of.refused(), known),
                rates(contacted, all, contacted, estimated, contacted, known));
    }

    private static Rates rates(double... partsAndBases) {
        List<Outcome<Double>> rates = new ArrayList<>();
        for (int i = 0; i < partsAndBases.length; i += 2) {
            double base = partsAndBases[i + 1];
            rates.add(
                    base > 0
                            ? Outcome.of(partsAndBases[i] / base)
                            : Outcome.undefined(Reason.NO_ANSWERS, "nobody is in the base of this rate"));
        }
        return new Rates(rates);
    }
}
