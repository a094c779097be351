package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;

import io.earshot.statistics.missing.LittleTest;
import io.earshot.statistics.missing.PooledEstimate;
import java.util.List;

/** Missing data. */
final class MissingMethods {
    private MissingMethods() {}

    static void register(Methods methods) {
        methods.add("little_mcar", (frame, args) -> {
            List<String> names = args.texts("variables");
            return LittleTest.of(frame.matrix(names))
                    .map(of -> Values.of(
                            "d2",
                            of.chiSquare(),
                            "df",
                            of.degreesOfFreedom(),
                            "p",
                            of.p(),
                            "patterns",
                            of.patterns(),
                            "n",
                            of.n(),
                            "em_means",
                            Values.named(
                                    names,
                                    of.means().stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray()),
                            "em_cov",
                            Values.of("rows", names, "cols", names, "values", of.covariances())));
        });
        methods.add("rubin_pool", (frame, args) -> PooledEstimate.of(
                        args.numbers("estimates"), args.numbers("variances"), args.number("n"), args.number("k"), 0.95)
                .map(of -> Values.of(
                        "qbar", of.interval().estimate(),
                        "ubar", of.within(),
                        "b", of.between(),
                        "t", of.total(),
                        "df", of.degreesOfFreedom(),
                        "r", of.increase(),
                        "fmi", of.missing(),
                        "se", Math.sqrt(of.total()),
                        "ci", ends(of.interval()))));
    }
}
