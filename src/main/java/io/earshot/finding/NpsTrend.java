package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.trend.IndividualsChart;
import io.earshot.statistics.trend.MannKendall;
import io.earshot.statistics.trend.ShareChart;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The Net Promoter Score period by period.
 *
 * @param zone      whose days, weeks and months they are
 * @param points    every period from the first answer to the last, those without an answer included
 * @param undated   answers whose response tells no time; they are in no period
 * @param chart     of the scores of the periods that have one, in their order
 * @param promoters limits of the promoters' share, which widen where few answered; of the same periods
 * @param trend     of the same scores
 */
@JsonTypeName("nps-trend")
public record NpsTrend(
        Subject subject,
        Base base,
        ZoneId zone,
        Period period,
        List<Point> points,
        long undated,
        Outcome<IndividualsChart> chart,
        Outcome<ShareChart> promoters,
        Outcome<MannKendall> trend)
        implements ModuleFinding {
    public NpsTrend {
        requireNonNull(subject, "subject");
        requireNonNull(base, "base");
        requireNonNull(zone, "zone");
        requireNonNull(period, "period");
        requireNonNull(chart, "chart");
        requireNonNull(promoters, "promoters");
        requireNonNull(trend, "trend");
        points = List.copyOf(points);
    }

    /**
     * One period.
     *
     * @param from      its first day
     * @param n         answers in it
     * @param nEffective (Σw)² / Σw² of its answers; n without weights
     * @param smallBase true if so few answered that the score says little: an effective base of fewer than {@value Period#SMALL_BASE}
     */
    public record Point(LocalDate from, long n, double nEffective, boolean smallBase, Outcome<NetPromoterScore> score) {
        public Point {
            requireNonNull(from, "from");
            requireNonNull(score, "score");
        }
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.npsTrend(this);
    }
}
