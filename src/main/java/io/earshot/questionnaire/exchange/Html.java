package io.earshot.questionnaire.exchange;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML as plain text with our Markdown subset: emphasis, links and lists. What is more than that is lost, and named. */
public final class Html {
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!][^>]*>|&(#\\d+|#x[0-9A-Fa-f]+|[A-Za-z]{2,20});");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "tr",
            "blockquote",
            "pre",
            "section",
            "hr");
    private static final Set<String> LOST = Set.of(
            "img",
            "video",
            "audio",
            "iframe",
            "object",
            "embed",
            "table",
            "script",
            "form",
            "input",
            "button",
            "svg",
            "canvas",
            "select",
            "textarea");
    private static final int MAX_DEPTH = 200;

    private final StringBuilder words = new StringBuilder();
    private final Set<String> lost = new LinkedHashSet<>();

    private Html() {}

    /**
     * @param words plain text and Markdown
     * @param lost  elements that have no equal, such as {@code img}; their words, if any, are kept
     */
    public record Plain(String words, Set<String> lost) {}

    /** Whether there is anything of HTML in it. */
    public static boolean isIn(String words) {
        return MARKUP.matcher(words).find();
    }

    public static Plain plain(String html) {
        if (!isIn(html)) {
            return new Plain(html.strip(), Set.of());
        }
        Html reader = new Html();
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            reader.read(node, 0);
        }
        String text = reader.words
                .toString()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return new Plain(text, reader.lost);
    }

    private void read(Node node, int depth) {
        if (node instanceof TextNode text) {
            String plain = text.getWholeText().replaceAll("\\s+", " ");
            boolean atStart = words.length() == 0 || words.charAt(words.length() - 1) == '\n';
            words.append(atStart ? plain.stripLeading() : plain);
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        if (LOST.contains(tag)) {
            lost.add(tag);
        }
        if (depth > MAX_DEPTH) {
            words.append(element.text());
            return;
        }
        switch (tag) {
            case "br" -> words.append('\n');
            case "script", "style", "head" -> {}
            case "b", "strong" -> around("**", element, depth);
            case "i", "em" -> around("*", element, depth);
            case "a" -> link(element, depth);
            case "li" -> item(element, depth);
            case "img" -> words.append(element.attr("alt"));
            case "td", "th" -> {
                inside(element, depth);
                words.append(' ');
            }
            default -> block(tag, element, depth);
        }
    }

    private void block(String tag, Element element, int depth) {
        boolean isBlock = BLOCKS.contains(tag);
        String apart = tag.equals("div") || tag.equals("tr") ? "\n" : "\n\n";
        if (isBlock && words.length() > 0 && words.charAt(words.length() - 1) != '\n') {
            words.append(apart);
        }
        inside(element, depth);
        if (isBlock && words.length() > 0) {
            words.append(apart);
        }
    }

    private void item(Element element, int depth) {
        if (words.length() > 0 && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
        Element list = element.parent();
        words.append(
                list != null && list.normalName().equals("ol") ? (element.elementSiblingIndex() + 1) + ". " : "- ");
        inside(element, depth);
        words.append('\n');
    }

    private void link(Element element, int depth) {
        String to = element.attr("href").strip();
        if (!to.matches("(?i)(https?://|mailto:)[^\\s()]+")) {
            inside(element, depth);
            return;
        }
        int start = words.length();
        inside(element, depth);
        String label = words.substring(start).strip();
        words.setLength(start);
        words.append(label.isEmpty() || label.equals(to) ? to : "[" + label + "](" + to + ")");
    }

    /** A sign before and after, but spaces outside of it: {@code ** a**} would be no emphasis. */
    private void around(String sign, Element element, int depth) {
        int start = words.length();
        inside(element, depth);
        String inner = words.substring(start);
        String bare = inner.strip();
        // Emphasis can't reach over paragraphs, nor stand inside itself.
        if (bare.isEmpty() || bare.contains("\n") || bare.contains("*")) {
            return;
        }
        words.setLength(start);
        int lead = inner.indexOf(bare);
        words.append(inner, 0, lead)
                .append(sign)
                .append(bare)
                .append(sign)
                .append(inner.substring(lead + bare.length()));
    }

    private void inside(Element element, int depth) {
        for (Node child : element.childNodes()) {
            read(child, depth + 1);
        }
    }
}
