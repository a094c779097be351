package io.earshot.statistics.advice;

import java.util.Locale;
import java.util.Optional;

/**
 * What an effect size measures, with the conventional least values of small, medium and large effects.
 *
 * @see <a href="https://doi.org/10.4324/9780203771587">Cohen (1988), Statistical Power Analysis, 2nd edition: d 25-26, r
 *     79-81, f 285-287, w 227, g 147</a>
 * @see <a href="https://doi.org/10.1080/03610911003650383">Chen, Cohen and Chen (2010), Communications in Statistics:
 *     Simulation and Computation 39, 860-864: odds ratios</a>
 * @see <a href="https://doi.org/10.3102/00028312031003501">Cliff (1993), Psychological Bulletin 114, 494-509; thresholds
 *     of Romano et al. (2006), who turn those of d into his delta</a>
 */
public enum Measurement {
    /** Difference of means in pooled standard deviations. */
    COHENS_D("Cohen (1988)", 0.2, 0.5, 0.8) {
        @Override
        String reading(double d) {
            return "the means are %s standard deviations apart".formatted(number(d));
        }
    },
    /** Mean difference of pairs in standard deviations of the differences. */
    COHENS_D_Z("Cohen (1988)", 0.2, 0.5, 0.8) {
        @Override
        String reading(double d) {
            return "the mean change is %s standard deviations of the changes".formatted(number(d));
        }
    },
    /** From -1 to 1: how much likelier the first of a pair is the larger than the smaller one; Cliff's delta. */
    RANK_BISERIAL("Romano et al. (2006)", 0.147, 0.33, 0.474) {
        @Override
        String reading(double delta) {
            return "the first is the higher one in %.0f of 100 comparisons, ties counted half"
                    .formatted(50 * (1 + delta));
        }
    },
    /** Signed ranks of changes: from -1, all downward, to 1. */
    MATCHED_RANK_BISERIAL("Romano et al. (2006)", 0.147, 0.33, 0.474) {
        @Override
        String reading(double r) {
            return "of the changes, weighed by rank, %.0f of 100 are in the first's favour".formatted(50 * (1 + r));
        }
    },
    /** Share of the variance that lies between groups. */
    ETA_SQUARED("Cohen (1988), f turned into eta squared", 0.0099, 0.0588, 0.1379) {
        @Override
        String reading(double eta) {
            return "groups account for %.1f of 100 parts of the variance".formatted(100 * eta);
        }
    },
    /** Share of the ranks' variance that lies between groups: H / (n - 1). */
    EPSILON_SQUARED("Cohen (1988), f turned into eta squared", 0.0099, 0.0588, 0.1379) {
        @Override
        String reading(double epsilon) {
            return "groups account for %.1f of 100 parts of the variance of ranks".formatted(100 * epsilon);
        }
    },
    /** Association of categories, from 0 to 1; small, medium and large are of w = V √(min(rows, columns) - 1). */
    CRAMERS_V("Cohen (1988)", 0.1, 0.3, 0.5) {
        @Override
        String reading(double v) {
            return "on a scale from 0, unrelated, to 1, one tells the other, they stand at %s".formatted(number(v));
        }
    },
    /** How many times the odds of the first category are higher in the first row. */
    ODDS_RATIO("Chen, Cohen and Chen (2010)", 1.68, 3.47, 6.71) {
        @Override
        String reading(double ratio) {
            return "the odds are %s times as high".formatted(number(ratio));
        }

        @Override
        double strength(double ratio) {
            return Math.max(ratio, 1 / ratio);
        }
    },
    /** Share of the changes that went one way, less a half. */
    COHENS_G("Cohen (1988)", 0.05, 0.15, 0.25) {
        @Override
        String reading(double g) {
            return "of 100 changes %.0f went from the first category to the second".formatted(100 * (0.5 + g));
        }
    },
    /** Share of respondents whose category changed; there is no convention on what is large. */
    SHARE_CHANGED("", Double.NaN, Double.NaN, Double.NaN) {
        @Override
        String reading(double share) {
            return "%.0f of 100 changed".formatted(100 * share);
        }
    },
    /** Pearson's r or Spearman's rho. */
    CORRELATION("Cohen (1988)", 0.1, 0.3, 0.5) {
        @Override
        String reading(double r) {
            return r < 0
                    ? "where one is higher the other tends to be lower, r = %s".formatted(number(r))
                    : "both tend to rise together, r = %s".formatted(number(r));
        }
    };

    private final String source;
    private final double small;
    private final double medium;
    private final double large;

    Measurement(String source, double small, double medium, double large) {
        this.source = source;
        this.small = small;
        this.medium = medium;
        this.large = large;
    }

    /** The estimate in words. */
    abstract String reading(double estimate);

    /** What the conventional values are compared with. */
    double strength(double estimate) {
        return Math.abs(estimate);
    }

    /** Whose convention {@link #size} follows; empty if there is none. */
    public String source() {
        return source;
    }

    /**
     * The conventional size; empty if there is no convention.
     *
     * @param scale what the strength is multiplied by before it is compared, 1 but for Cramér's V
     */
    Optional<Size> size(double estimate, double scale) {
        double strength = strength(estimate) * scale;
        if (Double.isNaN(small)) {
            return Optional.empty();
        }
        if (strength < small) {
            return Optional.of(Size.NEGLIGIBLE);
        }
        return Optional.of(strength < medium ? Size.SMALL : strength < large ? Size.MEDIUM : Size.LARGE);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
