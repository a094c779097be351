package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.workbook.PointLabels.Box;
import io.earshot.workbook.PointLabels.Label;
import io.earshot.workbook.PointLabels.Point;
import io.earshot.workbook.PointLabels.Side;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointLabelsTest {
    private static final Box FRAME = new Box(0, 0, 600, 300);
    private final PointLabels labels = new PointLabels(FRAME, List.of(), 5, 12, 4);

    @Test
    void aLabelStandsToTheRightOfItsPointWhereThereIsRoom() {
        Label label = labels.of(List.of(new Point(100, 100, "Clear", "1"))).get(0);

        assertThat(label.side()).isEqualTo(Side.RIGHT);
        assertThat(label.text()).isEqualTo("Clear");
    }

    @Test
    void atTheRightEdgeItStandsToTheLeft() {
        assertThat(labels.of(List.of(new Point(590, 100, "Clear", "1"))).get(0).side())
                .isEqualTo(Side.LEFT);
    }

    @Test
    void besideAnotherPointItStandsWhereItDoesNotCoverIt() {
        List<Label> found = labels.of(List.of(new Point(100, 100, "Clear", "1"), new Point(110, 100, "Quick", "2")));

        assertThat(found).extracting(Label::side).containsExactly(Side.LEFT, Side.RIGHT);
    }

    @Test
    void whereAllSidesAreTakenThePointCarriesItsNumber() {
        List<Point> heap = IntStream.range(0, 12)
                .mapToObj(i -> new Point(300 + 24 * (i % 4), 150 + 22 * (i / 4), "A name that is long", "" + (i + 1)))
                .toList();

        List<Label> found = labels.of(heap);

        assertThat(found).anyMatch(Label::named);
        assertThat(found).anyMatch(label -> label.shown() && !label.named());
        for (int i = 0; i < heap.size(); i++) {
            assertThat(found.get(i).text())
                    .isEqualTo(
                            found.get(i).named()
                                    ? "A name that is long"
                                    : heap.get(i).number());
        }
    }

    @Test
    void labelsOfThirtyScatteredPointsNeitherMeetNorLeaveTheFrame() {
        java.util.Random random = new java.util.Random(7);
        List<Point> points = IntStream.range(0, 30)
                .mapToObj(i -> new Point(
                        20 + 560 * Math.pow(random.nextDouble(), 2),
                        20 + 260 * random.nextDouble(),
                        "The name of driver " + i,
                        "" + (i + 1)))
                .toList();

        List<Box> boxes = labels.of(points).stream().map(Label::box).toList();

        for (int i = 0; i < boxes.size(); i++) {
            Box one = boxes.get(i);
            assertThat(one.left() >= 0 && one.right() <= 600 && one.top() >= 0 && one.bottom() <= 300)
                    .as("label " + i + " stays inside")
                    .isTrue();
            for (int j = 0; j < i; j++) {
                Box other = boxes.get(j);
                boolean apart = one.left() >= other.right()
                        || other.left() >= one.right()
                        || one.top() >= other.bottom()
                        || other.top() >= one.bottom();
                assertThat(apart).as(j + " and " + i).isTrue();
            }
        }
    }

    @Test
    void ofPointsAtOnePlaceThoseThatCannotBeReadHaveNoLabelAndCoverNobody() {
        List<Point> same = IntStream.range(0, 10)
                .mapToObj(i -> new Point(300, 150, "A name that is long", "" + (i + 1)))
                .toList();

        List<Label> found = labels.of(same);

        assertThat(found).filteredOn(Label::shown).hasSizeBetween(3, 4);
    }

    @Test
    void aLabelDoesNotStandOnWhatIsThereAlready() {
        PointLabels beside = new PointLabels(FRAME, List.of(new Box(110, 90, 200, 110)), 5, 12, 4);

        assertThat(beside.of(List.of(new Point(100, 100, "Clear", "1"))).get(0).side())
                .isEqualTo(Side.LEFT);
    }

    @Test
    void aPointThatHasNoNumberKeepsItsNameAndALongNameIsShortened() {
        String name = "How easy was it to find what you were looking for?";

        List<Label> found = labels.of(Collections.nCopies(9, new Point(300, 150, name, "")));

        assertThat(found)
                .extracting(Label::text)
                .containsOnly("How easy was it to find what you…")
                .hasSize(9);
    }

    @Test
    void ofAFewPointsALongNameStandsWholeWhereThereIsRoom() {
        String name = "How easy was it to find what you were looking for?";

        List<Label> found = labels.of(List.of(new Point(100, 150, name, "1"), new Point(100, 250, name, "2")));

        assertThat(found).extracting(Label::text).containsOnly(name).hasSize(2);
    }
}
