package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** The questions whose texts the workbook prints one by one; the words themselves are in the data. */
@JsonTypeName("verbatims")
public record Verbatims(List<Question> questions) implements ModuleFinding {
    public Verbatims {
        questions = List.copyOf(questions);
    }

    /** A question and how many wrote something. */
    public record Question(Subject subject, long n) {
        public Question {
            requireNonNull(subject, "subject");
        }
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.verbatims(this);
    }
}
