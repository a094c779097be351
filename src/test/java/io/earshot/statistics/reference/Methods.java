package io.earshot.statistics.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which public call computes a method of the cases. */
final class Methods {
    /** One file a topic, so that topics grow beside each other. */
    private static final List<Consumer<Methods>> TOPICS = List.of(
            ShareMethods::register,
            TableMethods::register,
            GroupMethods::register,
            RankMethods::register,
            CorrelationMethods::register,
            ScaleMethods::register,
            RegressionMethods::register,
            WeightingMethods::register,
            SurveyMethods::register,
            MarketMethods::register,
            TrendMethods::register,
            QualityMethods::register,
            PowerMethods::register,
            DistributionMethods::register,
            MissingMethods::register);

    private static final Pattern WIDE = Pattern.compile("one row an? (\\w+), one column an? (\\w+) \\((\\w+)\\)");

    static final Methods ALL = new Methods();

    private final Map<String, Method> byName = new HashMap<>();

    private Methods() {
        TOPICS.forEach(topic -> topic.accept(this));
    }

    /** A method of the cases: data and arguments to what {@link Values} makes. */
    interface Method {
        @Nullable
        Object of(Frame frame, Arguments args);
    }

    void add(String name, Method method) {
        if (byName.put(name, method) != null) {
            throw new IllegalArgumentException("two methods are named " + name);
        }
    }

    @Nullable
    Object run(Check check, ReferenceCase referenceCase) {
        Method method = byName.get(check.method());
        if (method == null) {
            throw new IllegalArgumentException("unknown method " + check.method());
        }
        Arguments args = new Arguments(check, referenceCase.notes());
        Frame frame = frame(args, referenceCase);
        Object result = method.of(frame, args);
        args.requireAllUsed();
        return result;
    }

    private static Frame frame(Arguments args, ReferenceCase referenceCase) {
        Frame frame = referenceCase.frame(args.optionalText("file").orElse(""));
        String filter = args.optionalText("filter").orElse("");
        if (!filter.isEmpty()) {
            String[] parts = filter.split(" == ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("unknown filter " + filter);
            }
            frame = frame.where(parts[0], parts[1]);
        }
        return inline(wide(frame, args, referenceCase.notes()), args);
    }

    /** Ratings in long form that a case's notes say to take as one row a rater and one column a thing rated. */
    private static Frame wide(Frame frame, Arguments args, String notes) {
        String first = args.check().args().path("variables").path(0).asText("");
        Matcher matcher = WIDE.matcher(notes);
        return first.isEmpty() || frame.has(first) || !matcher.find()
                ? frame
                : frame.wide(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** Small data stand in a check's note: "data: 10, 9, 10. ...". */
    private static Frame inline(Frame frame, Arguments args) {
        String note = args.check().note();
        String variable = args.check().args().path("variable").asText("");
        if (note == null || !note.startsWith("data: ") || frame.has(variable)) {
            return frame;
        }
        String numbers = note.substring("data: ".length()).split("\\.( |$)", 2)[0];
        return Frame.of(variable, List.of(numbers.split(", *")));
    }
}
