package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The answer that an attention check expects can be given. */
final class ExpectRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        for (Asked element : instrument.elements()) {
            Stream.concat(Stream.of(element.place()), element.rows())
                    .filter(place -> place.has("expect"))
                    .map(place -> place.at("expect"))
                    .filter(expect -> !isPossible(element, expect.json()))
                    .forEach(expect -> findings.accept(Finding.error(
                            "impossible-expect",
                            expect.pointer(),
                            "No answer to " + element.name() + " can be " + shown(expect.json())
                                    + ", so that everybody would fail; expect an answer that is allowed.")));
        }
    }

    private static boolean isPossible(Asked element, JsonNode expected) {
        Set<String> codes = new HashSet<>(element.codes());
        if (!codes.isEmpty()) {
            return element.isSet()
                    ? expected.isArray()
                            && !expected.isEmpty()
                            && Stream.iterate(0, i -> i < expected.size(), i -> i + 1)
                                    .allMatch(
                                            i -> codes.contains(expected.get(i).asText()))
                    : !expected.isContainerNode() && codes.contains(expected.asText());
        }
        return switch (element.kind()) {
            case NPS, CSAT, CES, RATING, SLIDER, NUMBER ->
                expected.isNumber() && within(element, expected.decimalValue());
            case TEXT -> expected.isTextual() && !expected.textValue().isBlank();
            default -> true;
        };
    }

    private static boolean within(Asked element, BigDecimal expected) {
        Optional<BigDecimal> low =
                element.ends().map(Asked.Ends::low).or(() -> element.place().number("min"));
        Optional<BigDecimal> high =
                element.ends().map(Asked.Ends::high).or(() -> element.place().number("max"));
        boolean whole =
                switch (element.kind()) {
                    case NPS, CSAT, CES, RATING -> true;
                    default -> false;
                };
        Optional<BigDecimal> step =
                whole ? Optional.of(BigDecimal.ONE) : element.place().number("step");
        BigDecimal from = low.orElse(BigDecimal.ZERO);
        return low.stream().allMatch(end -> expected.compareTo(end) >= 0)
                && high.stream().allMatch(end -> expected.compareTo(end) <= 0)
                && step.filter(distance -> distance.signum() > 0).stream()
                        .allMatch(distance ->
                                expected.subtract(from).remainder(distance).signum() == 0);
    }

    private static String shown(JsonNode expected) {
        String json = expected.toString();
        return json.length() <= 60 ? json : json.substring(0, 60) + "…";
    }
}
