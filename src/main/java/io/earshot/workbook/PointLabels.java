package io.earshot.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On which side of its point a label stands, so that labels cover neither each other nor points; a point whose name has no room
 * anywhere carries its number, and nothing where even that would cover others. The first points choose first.
 *
 * @param within    what labels may not leave
 * @param kept      what stands there already
 * @param character how wide a letter is on average
 * @param line      how high one is
 * @param radius    of a point's mark
 */
record PointLabels(Box within, List<Box> kept, double character, double line, double radius) {
    /** Of a name beside a point, in characters: a whole question would cover its neighbours, and the table tells it in full. */
    private static final int LONGEST_NAME = 34;
    /** The same of a few points in a wide chart. */
    private static final int LONGEST_OF_FEW = 64;

    private static final int FEW = 8;
    /** An area that comes of rounding alone. */
    private static final double NOTHING = 1e-6;
    /** As a part of a letter, what a label may cover of others so that both can be read. */
    private static final double LITTLE = 0.4;

    PointLabels {
        kept = List.copyOf(kept);
    }

    enum Side {
        RIGHT,
        LEFT,
        ABOVE,
        BELOW
    }

    /**
     * Where a point is, down and to the right of the drawing's corner.
     *
     * @param number what stands for the name where that has no room; empty if there is nothing
     */
    record Point(double x, double y, String name, String number) {}

    /**
     * What stands beside a point.
     *
     * @param named whether it is the name, whole or shortened, and not the number
     * @param shown whether there is room for it
     */
    record Label(Side side, String text, boolean named, boolean shown, Box box) {
        private Label hidden() {
            return new Label(side, text, named, false, box);
        }
    }

    /** A rectangle whose bottom is further down than its top. */
    record Box(double left, double top, double right, double bottom) {
        /** How much of the other one it covers. */
        double over(Box other) {
            double wide = Math.min(right, other.right) - Math.max(left, other.left);
            double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return Math.max(0, wide) * Math.max(0, high);
        }

        private double area() {
            return (right - left) * (bottom - top);
        }

        private double outside(Box frame) {
            return area() - over(frame);
        }
    }

    /** A label a point, in the points' order. */
    List<Label> of(List<Point> points) {
        Set<Integer> numbered = new HashSet<>();
        List<Label> labels = of(points, numbered);
        // Where somebody finds no room, names in the way are given up for their numbers.
        while (giveUp(points, labels, numbered)) {
            labels = of(points, numbered);
        }
        return labels;
    }

    private List<Label> of(List<Point> points, Set<Integer> numbered) {
        List<Box> taken = new ArrayList<>(kept);
        points.forEach(point -> taken.add(mark(point)));
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Label best = candidates(points.get(i), numbered.contains(i), points.size() <= FEW)
                    .min(Comparator.comparingDouble(label -> cost(label.box(), taken)))
                    .orElseThrow();
            boolean covers = cost(best.box(), taken) > LITTLE * character * line;
            if (covers && !points.get(i).number().isEmpty()) {
                labels.add(best.hidden());
            } else {
                taken.add(best.box());
                labels.add(best);
            }
        }
        return labels;
    }

    private boolean giveUp(List<Point> points, List<Label> labels, Set<Integer> numbered) {
        boolean any = false;
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean named = labels.get(j).named() && !points.get(j).number().isEmpty();
                if (named && labels.get(i).box().over(labels.get(j).box()) > NOTHING) {
                    any |= numbered.add(j);
                }
            }
        }
        return any;
    }

    private Box mark(Point point) {
        return new Box(point.x() - radius, point.y() - radius, point.x() + radius, point.y() + radius);
    }

    /** What is best comes first: the first of those that cost nothing is taken. */
    private Stream<Label> candidates(Point point, boolean numbered, boolean few) {
        Stream<String> texts = few
                ? Stream.of(shortened(point.name(), LONGEST_OF_FEW), shortened(point.name()))
                : Stream.of(shortened(point.name()));
        Stream<Label> names =
                texts.distinct().flatMap(text -> Stream.of(Side.values()).map(side -> label(point, side, text, true)));
        Stream<Label> numbers = point.number().isEmpty()
                ? Stream.empty()
                : Stream.of(Side.values()).map(side -> label(point, side, point.number(), false));
        return numbered ? numbers : Stream.concat(names, numbers);
    }

    private Label label(Point point, Side side, String text, boolean named) {
        double wide = text.length() * character;
        double gap = radius + character / 2;
        Box box =
                switch (side) {
                    case RIGHT -> level(point, point.x() + gap, wide);
                    case LEFT -> level(point, point.x() - gap - wide, wide);
                    case ABOVE ->
                        new Box(point.x() - wide / 2, point.y() - gap - line, point.x() + wide / 2, point.y() - gap);
                    case BELOW ->
                        new Box(point.x() - wide / 2, point.y() + gap, point.x() + wide / 2, point.y() + gap + line);
                };
        return new Label(side, text, named, true, box);
    }

    private Box level(Point point, double left, double wide) {
        return new Box(left, point.y() - line / 2, left + wide, point.y() + line / 2);
    }

    private double cost(Box box, List<Box> taken) {
        double cost =
                box.outside(within) + taken.stream().mapToDouble(box::over).sum();
        // What differs by rounding alone is equally good.
        return cost < NOTHING ? 0 : cost;
    }

    static String shortened(String name) {
        return shortened(name, LONGEST_NAME);
    }

    private static String shortened(String name, int longest) {
        return name.length() > longest ? name.substring(0, longest - 1).strip() + "…" : name;
    }
}
