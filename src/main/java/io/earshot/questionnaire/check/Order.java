package io.earshot.questionnaire.check;

import java.util.ArrayList;
import java.util.List;

/** Which of two elements is certainly asked first, however pages and elements are shuffled. */
final class Order {
    private final boolean shufflesPages;
    /** For each page, the number of its block; every page is its own where blocks aren't shuffled. */
    private final int[] blocks;

    private final Places pages;
    private final List<Places> elements = new ArrayList<>();

    Order(Place whole, List<Place> pages) {
        shufflesPages = shuffles(whole);
        blocks = new int[pages.size()];
        List<Boolean> pinned = new ArrayList<>();
        String last = "";
        for (int page = 0; page < pages.size(); page++) {
            String block = pages.get(page).word("block");
            if (block.isEmpty() || !block.equals(last) || page == 0) {
                pinned.add(!shufflesPages || pages.get(page).flag("pinned"));
            }
            blocks[page] = pinned.size() - 1;
            last = block;
        }
        this.pages = new Places(pinned);
        for (Place page : pages) {
            boolean shuffled = shuffles(page);
            elements.add(new Places(page.each("elements")
                    .map(element -> !shuffled || element.flag("pinned"))
                    .toList()));
        }
    }

    private static boolean shuffles(Place place) {
        return place.has("shuffle") && !place.word("shuffle").equals("none");
    }

    boolean shufflesPages() {
        return shufflesPages;
    }

    int block(int page) {
        return blocks[page];
    }

    /** Whether the first page is certainly shown before the second, if both are. */
    boolean pageIsBefore(int first, int second) {
        return blocks[first] == blocks[second] ? first < second : pages.isBefore(blocks[first], blocks[second]);
    }

    boolean elementIsBefore(Asked first, int page, int index) {
        return first.page() == page
                ? elements.get(page).isBefore(first.index(), index)
                : pageIsBefore(first.page(), page);
    }

    /** Whether the moment is certainly before the element or the very moment when it is asked. */
    boolean momentIsBefore(int page, int index, Asked element) {
        return element.page() == page
                ? element.index() == index || elements.get(page).isBefore(index, element.index())
                : pageIsBefore(page, element.page());
    }

    /** Things in a row, of which the pinned keep their place and the others may change theirs among each other. */
    private static final class Places {
        private final int[] earliest;
        private final int[] latest;

        Places(List<Boolean> pinned) {
            int firstFree = pinned.indexOf(false);
            int lastFree = pinned.lastIndexOf(false);
            earliest = new int[pinned.size()];
            latest = new int[pinned.size()];
            for (int i = 0; i < pinned.size(); i++) {
                earliest[i] = pinned.get(i) ? i : firstFree;
                latest[i] = pinned.get(i) ? i : lastFree;
            }
        }

        /** An index past the end stands for what comes after all of them. */
        boolean isBefore(int first, int second) {
            return second >= earliest.length || latest[first] < earliest[second];
        }
    }
}
