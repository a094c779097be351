package io.earshot.questionnaire.flow;

import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.Element;
import io.earshot.questionnaire.Page;
import io.earshot.questionnaire.Part;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Shuffle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page with what a walk needs of it again and again. */
record PlannedPage(Page page, List<PlannedElement> elements) {
    /** @param question null for what only is to be read */
    record PlannedElement(Element element, @Nullable PlannedQuestion question) {}

    static List<PlannedPage> of(Questionnaire questionnaire) {
        AtomicInteger next = new AtomicInteger();
        return questionnaire.pages().stream().map(page -> of(page, next)).toList();
    }

    private static PlannedPage of(Page page, AtomicInteger next) {
        return new PlannedPage(
                page,
                page.elements().stream()
                        .map(element -> new PlannedElement(
                                element,
                                element instanceof Question question
                                        ? PlannedQuestion.of(next.getAndIncrement(), question)
                                        : null))
                        .toList());
    }

    boolean isSameForAll() {
        return page.goTo() == null
                && page.visibleIf().isConstant()
                && elements.stream().allMatch(element -> isSameForAll(element.element()));
    }

    /** What its conditions look at. */
    Stream<String> names() {
        Stream<String> leading = page.goTo() == null ? Stream.of() : page.goTo().names().stream();
        return Stream.concat(
                Stream.concat(leading, page.visibleIf().names().stream()),
                elements.stream().flatMap(element -> names(element.element())));
    }

    private static Stream<String> names(Element element) {
        Stream<Condition> parts = element instanceof Question question
                ? Stream.concat(question.options().stream(), question.rows().stream())
                        .map(Part::visibleIf)
                : Stream.of();
        return Stream.concat(Stream.of(element.visibleIf()), parts).flatMap(condition -> condition.names().stream());
    }

    private static boolean isSameForAll(Element element) {
        return element.visibleIf().isConstant()
                && (!(element instanceof Question question)
                        || (question.options().stream()
                                        .allMatch(part -> part.visibleIf().isConstant())
                                && question.rows().stream()
                                        .allMatch(part -> part.visibleIf().isConstant())));
    }

    /** Pages in the order in which one respondent meets their blocks. */
    static List<PlannedPage> drawn(List<PlannedPage> pages, Questionnaire questionnaire, @Nullable Long seed) {
        if (questionnaire.shuffle() == Shuffle.NONE) {
            return pages;
        }
        List<List<PlannedPage>> blocks = new ArrayList<>();
        String before = null;
        for (PlannedPage page : pages) {
            String block = page.page().block();
            if (block == null || !block.equals(before)) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(page);
            before = block;
        }
        return Draw.order(blocks, questionnaire.shuffle(), "/pages", seed, block -> block.get(0)
                        .page()
                        .pinned())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Its elements in the order in which one respondent meets them. */
    List<PlannedElement> drawn(@Nullable Long seed) {
        return Draw.order(elements, page.shuffle(), "/pages/" + page.name(), seed, element -> element.element()
                .pinned());
    }
}
