package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Dataset;
import io.earshot.dataset.Missing;
import io.earshot.dataset.Watch;
import io.earshot.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Finds a banner's blocks in data. */
final class Spans {
    private final Dataset data;
    private final Function<String, Subject> subjects;

    /** @param subjects a column's name to what a reader knows it as */
    Spans(Dataset data, Function<String, Subject> subjects) {
        this.data = data;
        this.subjects = subjects;
    }

    List<Span> of(List<GroupPlan> plans) {
        List<Span> spans = new ArrayList<>();
        plans.forEach(plan -> spans.addAll(of(plan)));
        return spans;
    }

    /** One block, or where variables nest one for each combination of the outer ones that somebody is in. */
    private List<Span> of(GroupPlan plan) {
        String last = plan.variables().get(plan.variables().size() - 1);
        Subject subject = subjects.apply(last);
        Column groups = data.column(last);
        List<String> labels =
                subject.codes().stream().map(code -> subject.label(code.code())).toList();
        if (plan.variables().size() == 1) {
            return List.of(new Span(subject.label(), "", labels, groups, List.of(last)));
        }
        List<Span> spans = new ArrayList<>();
        nest(
                plan.variables().subList(0, plan.variables().size() - 1),
                row -> true,
                "",
                (inside, path) -> spans.add(
                        new Span(subject.label(), path, labels, only((CodedColumn) groups, inside), plan.variables())));
        return spans;
    }

    private interface Visit {
        void at(IntPredicate inside, String path);
    }

    private void nest(List<String> outer, IntPredicate inside, String path, Visit visit) {
        if (outer.isEmpty()) {
            visit.at(inside, path);
            return;
        }
        CodedColumn column = data.column(outer.get(0), CodedColumn.class);
        Subject subject = subjects.apply(outer.get(0));
        for (int code = 0; code < column.codes().size(); code++) {
            int wanted = code;
            IntPredicate here = row -> inside.test(row) && column.index(row) == wanted;
            if (anybody(here)) {
                String label = subject.label(column.codes().get(code));
                nest(outer.subList(1, outer.size()), here, path.isEmpty() ? label : path + " · " + label, visit);
            }
        }
    }

    private boolean anybody(IntPredicate inside) {
        for (int row = 0; row < data.rows(); row++) {
            Watch.look(row);
            if (inside.test(row)) {
                return true;
            }
        }
        return false;
    }

    private static CodedColumn only(CodedColumn column, IntPredicate inside) {
        CodedColumn.Builder builder = CodedColumn.builder(column.variable());
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            if (column.isMissing(row) || !inside.test(row)) {
                builder.addMissing(Missing.NOT_ASKED);
            } else {
                builder.add(column.codes().get(column.index(row)));
            }
        }
        return builder.build();
    }
}
