package io.earshot.report;

import io.earshot.finding.BannerTable.Block;
import io.earshot.finding.BannerTable.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which columns of a table are hidden, so that nobody is shown by subtraction within a block, between a block and those
 * nested in it, or between a block and one that another is nested in: people by town and age add up to those of an age.
 *
 * <p>Every whole that a reader knows and every set of columns that adds up to it must hide nobody, or two columns with as many people
 * as a group must have. For as long as one does not, the next smallest of its columns is hidden too.
 */
final class HiddenColumns {
    /** One alone would be what the whole has more than the others, and could be taken from another whole then. */
    private static final int FEWEST = 2;

    private final SmallGroups groups;
    private final List<Member> members = new ArrayList<>();
    private final List<int[]> wholes = new ArrayList<>();
    private final BitSet hidden = new BitSet();

    /**
     * A column, and whom it is of.
     *
     * @param variables of its block
     * @param given     the label that each of them has
     */
    private record Member(int block, List<String> variables, Map<String, String> given, long n) {
        boolean isPartOf(Member other) {
            return variables.size() > other.variables.size() && given.entrySet().containsAll(other.given.entrySet());
        }
    }

    private HiddenColumns(List<Block> blocks, SmallGroups groups) {
        this.groups = groups;
        for (int block = 0; block < blocks.size(); block++) {
            for (Column column : blocks.get(block).columns()) {
                members.add(member(block, blocks.get(block), column));
            }
        }
        for (int place = 0; place < members.size(); place++) {
            hidden.set(place, groups.isSmall(members.get(place).n));
        }
        if (!hidden.isEmpty()) {
            findWholes(blocks);
        }
    }

    private void findWholes(List<Block> blocks) {
        for (int block = 0; block < blocks.size(); block++) {
            int wanted = block;
            if (!blocks.get(block).overlapping()) {
                wholes.add(places(member -> member.block == wanted));
            }
        }
        List<List<String>> plans =
                blocks.stream().map(Block::variables).distinct().toList();
        for (Member whole : members) {
            // Who chose several answers is in several columns, and those are never nested.
            if (!blocks.get(whole.block).overlapping()) {
                plans.stream()
                        .filter(plan -> plan.size() > 1)
                        .map(plan -> places(member -> member.variables.equals(plan) && member.isPartOf(whole)))
                        .filter(parts -> parts.length > 0)
                        .forEach(wholes::add);
            }
        }
    }

    /** Places of the columns among all columns of all blocks. */
    static BitSet of(List<Block> blocks, SmallGroups groups) {
        HiddenColumns columns = new HiddenColumns(blocks, groups);
        columns.hide();
        return columns.hidden;
    }

    private static Member member(int block, Block of, Column column) {
        Map<String, String> given = new HashMap<>();
        List<String> variables = of.variables();
        List<String> path =
                of.within().isEmpty() ? List.of() : List.of(of.within().split(" · ", -1));
        for (int i = 0; i < path.size(); i++) {
            given.put(variables.get(Math.min(i, variables.size() - 1)), path.get(i));
        }
        given.put(variables.isEmpty() ? "" : variables.get(variables.size() - 1), column.label());
        return new Member(block, variables, given, column.n());
    }

    private interface Choice {
        boolean of(Member member);
    }

    private int[] places(Choice choice) {
        return IntStream.range(0, members.size())
                .filter(place -> choice.of(members.get(place)))
                .toArray();
    }

    private void hide() {
        int before;
        do {
            before = hidden.cardinality();
            wholes.forEach(this::complete);
            hideWithin();
        } while (hidden.cardinality() > before);
    }

    private void complete(int... whole) {
        long[] sizes = new long[whole.length];
        BitSet away = new BitSet();
        for (int i = 0; i < whole.length; i++) {
            sizes[i] = members.get(whole[i]).n;
            away.set(i, hidden.get(whole[i]));
        }
        groups.complete(away, FEWEST, sizes);
        away.stream().forEach(i -> hidden.set(whole[i]));
    }

    /** What is within a hidden column adds up to it. */
    private void hideWithin() {
        for (int outer = 0; outer < members.size(); outer++) {
            if (hidden.get(outer)) {
                for (int inner = 0; inner < members.size(); inner++) {
                    if (members.get(inner).n > 0 && members.get(inner).isPartOf(members.get(outer))) {
                        hidden.set(inner);
                    }
                }
            }
        }
    }
}
