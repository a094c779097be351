package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the respondent can be reached; each field is a variable of its own, {@code name_field}, which holds words.
 *
 * @param fields one or more, each kind once
 */
@JsonTypeName(Contact.TYPE)
public record Contact(Asked asked, List<Field> fields) implements Question {
    static final String TYPE = "contact";

    /** Longest words of a field, in Unicode code points. */
    static final int MAX_LENGTH = 500;

    /** What a field holds. */
    public enum Kind {
        NAME("Name", "Nom"),
        FIRST_NAME("First name", "Prénom"),
        LAST_NAME("Last name", "Nom de famille"),
        EMAIL("Email", "E-mail"),
        PHONE("Phone", "Téléphone"),
        COMPANY("Company", "Entreprise"),
        JOB_TITLE("Job title", "Fonction"),
        ADDRESS("Address", "Adresse"),
        CITY("City", "Ville"),
        POSTAL_CODE("Postal code", "Code postal"),
        COUNTRY("Country", "Pays");

        private final Text label;

        Kind(String english, String french) {
            label = Text.of("en", english, "fr", french);
        }

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Optional<TextFormat> format() {
            return switch (this) {
                case EMAIL -> Optional.of(TextFormat.EMAIL);
                case PHONE -> Optional.of(TextFormat.PHONE);
                default -> Optional.empty();
            };
        }
    }

    /**
     * One of the fields.
     *
     * @param required true if it must be filled in where the question is required; if no field is, any one will do
     * @param text     what is said beside it; a usual word if absent
     */
    public record Field(Kind field, boolean required, Text text) {
        public Field {
            requireNonNull(field, "field");
            text = requireNonNullElse(text, field.label);
        }
    }

    public Contact {
        requireNonNull(asked, "asked");
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields of " + asked.name() + " must be one or more: 0");
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Field field : fields) {
            if (!kinds.add(field.field())) {
                throw new IllegalArgumentException("a field of " + asked.name() + " is given twice: "
                        + field.field().word());
            }
        }
    }

    /** The variable of a field. */
    public String variable(Kind kind) {
        return name() + "_" + kind.word();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return fields.stream()
                .map(field -> Variable.of(variable(field.field()), name(), field.text(), Measure.TEXT))
                .toList();
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        List<Fault> faults = new ArrayList<>();
        for (Field field : fields) {
            JsonNode answer = answers.get(variable(field.field()));
            if (answer != null) {
                check(field.field(), answer).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private Optional<Fault> check(Kind kind, JsonNode answer) {
        String pointer = Fault.segment(variable(kind));
        return AnswerFault.inWords(pointer, answer, MAX_LENGTH).or(() -> kind.format()
                .filter(format -> !answer.asText().isBlank() && !format.matches(answer.asText()))
                .map(format -> AnswerFault.badFormat(pointer, answer, format.description())));
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        List<String> wanted = variables(Field::required);
        if (!wanted.isEmpty()) {
            return wanted.stream()
                    .filter(variable -> isBlank(answers.get(variable)))
                    .toList();
        }
        List<String> all = variables(field -> true);
        return all.stream().allMatch(variable -> isBlank(answers.get(variable))) ? all : List.of();
    }

    private List<String> variables(Predicate<Field> which) {
        return fields.stream()
                .filter(which)
                .map(field -> variable(field.field()))
                .toList();
    }

    private static boolean isBlank(@Nullable JsonNode answer) {
        return answer == null || answer.asText().isBlank();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.contact(this);
    }
}
