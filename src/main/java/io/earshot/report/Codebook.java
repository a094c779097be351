package io.earshot.report;

import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.device.Attribute;
import io.earshot.device.AttributeType;
import io.earshot.device.Catalogue;
import io.earshot.finding.CodebookEntry;
import io.earshot.finding.CodebookEntry.Source;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Hidden;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of every column of the data what it means, in the order of the data sheets. */
final class Codebook {
    private static final String CUSTOM = "earshot.custom.";

    /** What says something of the response though it stands among metadata. */
    private static final Set<String> OF_RESPONSE = Set.of("weight", "quality.flags");

    private final Answers answers;
    private final Catalogue catalogue;
    private final Set<String> reversed;
    private final Set<String> hidden;
    private final Set<String> workedOut;
    private final Set<String> taken;

    private Codebook(Answers answers, Catalogue catalogue) {
        Questionnaire questionnaire = answers.questionnaire();
        this.answers = answers;
        this.catalogue = catalogue;
        this.reversed = questionnaire.questions().stream()
                .filter(Likert.class::isInstance)
                .map(Likert.class::cast)
                .flatMap(likert -> likert.rows().stream())
                .filter(Likert.Row::reversed)
                .map(Likert.Row::name)
                .collect(Collectors.toSet());
        this.hidden = questionnaire.hidden().stream().map(Hidden::name).collect(Collectors.toSet());
        this.workedOut = questionnaire.derived().stream().map(Variable::name).collect(Collectors.toSet());
        this.taken = answers.data().columns().stream().map(Column::name).collect(Collectors.toSet());
    }

    static List<CodebookEntry> of(Answers answers, Extract extract, Catalogue catalogue) {
        Codebook codebook = new Codebook(answers, catalogue);
        List<CodebookEntry> entries = new ArrayList<>();
        extract.identity().forEach(column -> entries.add(codebook.beside(column, Source.RESPONSE)));
        answers.questionnaire().columns().forEach(variable -> entries.add(codebook.answer(variable)));
        extract.attributes()
                .forEach(column -> entries.add(codebook.beside(
                        column,
                        column instanceof MultipleColumn
                                ? Source.CODED
                                : OF_RESPONSE.contains(column.name()) ? Source.RESPONSE : Source.METADATA)));
        return entries;
    }

    private CodebookEntry answer(Variable variable) {
        Column column = answers.data().column(variable.name());
        Source source = hidden.contains(variable.name())
                ? Source.HIDDEN
                : workedOut.contains(variable.name()) ? Source.WORKED_OUT : Source.ANSWER;
        long missing = column.missing();
        return new CodebookEntry(
                answers.subject(variable),
                source,
                reversed.contains(variable.name()),
                column.rows() - missing,
                missing,
                Objects.requireNonNullElse(variable.unit(), ""),
                List.of(),
                source == Source.ANSWER ? Askings.of(answers.questionnaire(), variable) : Optional.empty());
    }

    private CodebookEntry beside(Column column, Source source) {
        Subject subject = answers.subject(column.variable());
        Optional<Attribute> attribute =
                source == Source.METADATA ? catalogue.attribute(column.name()) : Optional.empty();
        String name = taken.contains(column.name()) ? "response." + column.name() : column.name();
        List<Subject.Code> values = attribute.stream()
                .flatMap(of -> of.values().stream())
                .map(value -> new Subject.Code(value, ""))
                .toList();
        long missing = column.missing();
        return new CodebookEntry(
                new Subject(
                        name,
                        subject.question(),
                        "",
                        source == Source.CODED ? subject.label() : "",
                        subject.measure(),
                        subject.multiple(),
                        values.isEmpty() ? subject.codes() : values),
                source,
                false,
                column.rows() - missing,
                missing,
                attribute.map(Attribute::unit).orElse(""),
                kept(column.name(), attribute),
                Optional.empty());
    }

    private static List<String> kept(String name, Optional<Attribute> attribute) {
        if (name.startsWith(CUSTOM)) {
            return List.of("custom");
        }
        return attribute.stream()
                .flatMap(of -> Stream.of(
                                of.type() == AttributeType.BOOLEAN ? "boolean" : null,
                                of.type() == AttributeType.STRINGS ? "list" : null,
                                of.keep() == null
                                        ? null
                                        : "keep." + of.keep().name().toLowerCase(Locale.ROOT),
                                of.decimals() == null ? null : "decimals." + of.decimals())
                        .filter(Objects::nonNull))
                .toList();
    }
}
