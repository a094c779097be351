package io.earshot.device;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A guess at what kind of device wrote a user agent: the first rule that fits. */
final class DeviceType {
    private static final List<Rule> RULES = List.of(
            rule("console", "playstation|xbox|nintendo"),
            rule("set_top_box", "appletv|apple tv|roku|crkey|aft[a-z]{1,4}\\b|set-?top|\\bstb\\b"),
            rule("tv", "smart-?tv|hbbtv|googletv|android tv|\\bbravia\\b|web0s|netcast|viera|\\btv\\b"),
            rule("printer", "printer|laserjet|officejet|deskjet|imagerunner|imagepress|bizhub|workforce|lexmark"),
            rule("wearable", "\\bwatch\\b|watchos|wear ?os"),
            rule("vehicle", "tesla/|qtcarbrowser|automotive"),
            rule("kiosk", "kiosk"),
            rule("drone", "\\bdrone\\b"),
            rule("tablet", "ipad|tablet|playbook|kindle|silk/|android(?!.*mobile)"),
            rule("phone", "iphone|ipod|windows phone|android.*mobile|\\bmobile\\b|opera mini"),
            rule("laptop", "\\bcros\\b"),
            rule("desktop", "windows nt|macintosh|x11|\\bwin(32|64)\\b|electron/"));

    private record Rule(String type, Pattern pattern) {}

    private DeviceType() {}

    static String guess(String userAgent) {
        String text = userAgent.toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> rule.pattern().matcher(text).find())
                .map(Rule::type)
                .findFirst()
                .orElse("unknown");
    }

    private static Rule rule(String type, String pattern) {
        return new Rule(type, Pattern.compile(pattern));
    }
}
