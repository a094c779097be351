package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.quality.AnswerQuality;
import io.earshot.statistics.quality.ResponseRates;
import io.earshot.statistics.quality.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Data quality and response rates. */
final class QualityMethods {
    private QualityMethods() {}

    static void register(Methods methods) {
        methods.add("data_quality", QualityMethods::quality);
        methods.add("aapor_rates", (frame, args) -> {
            ResponseRates of = ResponseRates.of(
                    new ResponseRates.Dispositions(
                            args.count("I"),
                            args.count("P"),
                            args.count("R"),
                            args.count("NC"),
                            args.count("O"),
                            args.count("UH"),
                            args.count("UO")),
                    args.number("e"));
            Map<String, @Nullable Object> rates = Values.of();
            put(rates, "RR", of.response());
            put(rates, "COOP", of.cooperation());
            put(rates, "REF", of.refusal());
            put(rates, "CON", of.contact());
            return rates;
        });
    }

    private static void put(Map<String, @Nullable Object> rates, String name, ResponseRates.Rates values) {
        for (int number = 1; number <= values.values().size(); number++) {
            rates.put(name + number, values.number(number));
        }
    }

    private static Object quality(Frame frame, Arguments args) {
        List<String> names = args.texts("variables");
        String duration = args.optionalText("duration").orElse("");
        JsonNode want = args.check().values();
        return AnswerQuality.of(frame.matrix(names)).map(of -> {
            Map<String, @Nullable Object> missing = Values.of();
            for (int i = 0; i < names.size(); i++) {
                missing.put(names.get(i), of.itemMissing().get(i));
            }
            List<AnswerQuality.Respondent> all = of.respondents();
            Map<String, @Nullable Object> values = Values.of(
                    "n",
                    all.size(),
                    "longest_run_first",
                    first(want.path("longest_run_first"), all, one -> one.longestRun()),
                    "longest_run_mean",
                    all.stream().mapToInt(AnswerQuality.Respondent::longestRun).average(),
                    "longest_run_max",
                    all.stream()
                            .mapToInt(AnswerQuality.Respondent::longestRun)
                            .max()
                            .orElse(0),
                    "straightliners_all_same",
                    all.stream().filter(AnswerQuality.Respondent::straight).count(),
                    "irv_first",
                    first(want.path("irv_first"), all, one -> one.variability()),
                    "irv_mean",
                    all.stream()
                            .flatMap(one -> one.variability().toOptional().stream())
                            .mapToDouble(Double::doubleValue)
                            .average(),
                    "mahalanobis_first",
                    first(want.path("mahalanobis_first"), all, one -> one.distance()),
                    "mahalanobis_flag_p001",
                    all.stream()
                            .flatMap(one -> one.distance().toOptional().stream())
                            .filter(distance -> distance > of.distanceFlag())
                            .count(),
                    "item_nonresponse",
                    missing,
                    "share_complete",
                    of.shareComplete(),
                    "duplicates",
                    of.duplicates(),
                    "mode_share_first",
                    first(want.path("mode_share_first"), all, one -> one.modeShare()));
            if (!duration.isEmpty()) {
                Outcome<Speed> speed = Speed.of(frame.numbers(duration));
                values.put("median_seconds", speed.map(Speed::median));
                values.put("speeders_below_third_median", speed.map(Speed::belowThird));
                values.put("speeders_below_half_median", speed.map(Speed::belowHalf));
                values.put("speeders_log_mad", speed.map(Speed::outliers));
            }
            return values;
        });
    }

    /** The first respondents' values, under the names that R's rows had where it kept them. */
    private static Object first(
            JsonNode want, List<AnswerQuality.Respondent> all, Function<AnswerQuality.Respondent, Object> value) {
        List<Object> list = new ArrayList<>();
        all.stream().limit(15).map(value).forEach(list::add);
        if (!want.isObject()) {
            return list;
        }
        Map<String, @Nullable Object> named = Values.of();
        want.fieldNames().forEachRemaining(name -> named.put(name, list.get(named.size())));
        return named;
    }
}
