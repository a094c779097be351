package io.earshot.questionnaire.exchange.xlsform;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands under {@code type}.
 *
 * @param base  in one spelling, such as {@code select_one}; what is not known stands as it is in the file
 * @param list  the name of the list of choices; empty for what has none
 */
record TypeCell(String base, String list, boolean orOther) {
    static final Set<String> SELECTS = Set.of("select_one", "select_multiple", "rank");

    /** What the device notes by itself; nobody is asked. */
    static final Set<String> METADATA = Set.of(
            "start",
            "end",
            "today",
            "deviceid",
            "device_id",
            "device id",
            "phonenumber",
            "simserial",
            "sim_id",
            "subscriberid",
            "subscriber_id",
            "username",
            "user_id",
            "caseid",
            "uri",
            "audit",
            "start-geopoint",
            "background-audio",
            "background-geopoint",
            "deviceid_uri",
            "start time",
            "end time",
            "imei",
            "entity",
            "email_of_user",
            "start_time",
            "end_time");

    private static final Pattern SELECT = Pattern.compile(
            "(?<kind>select[ _]one[ _]from[ _]file|select[ _]multiple[ _]from[ _]file|rank[ _]from[ _]file"
                    + "|select[ _]one[ _]external|add select one prompt using|add select multiple prompt using"
                    + "|select all that apply from|select all that apply|select[ _]one[ _]from|select[ _]one|select1"
                    + "|select[ _]multiple[ _]from|select[ _]multiple|rank|odk:rank)\\s+(?<list>.+?)"
                    + "(?<other>\\s+(or_other|or specify other|or other))?",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("string", "text"),
            Map.entry("begin group", "begin_group"),
            Map.entry("begin lgroup", "begin_repeat"),
            Map.entry("begin looped group", "begin_repeat"),
            Map.entry("begin repeat", "begin_repeat"),
            Map.entry("end group", "end_group"),
            Map.entry("end lgroup", "end_repeat"),
            Map.entry("end looped group", "end_repeat"),
            Map.entry("end repeat", "end_repeat"),
            Map.entry("begin loop", "begin_repeat"),
            Map.entry("end loop", "end_repeat"),
            Map.entry("datetime", "datetime"),
            Map.entry("photo", "image"),
            Map.entry("picture", "image"),
            Map.entry("trigger", "acknowledge"),
            Map.entry("calculation", "calculate"),
            Map.entry("gps", "geopoint"),
            Map.entry("location", "geopoint"),
            Map.entry("phone number", "phone"),
            Map.entry("phone_number", "phone"),
            Map.entry("number of days in last month", "days 31"),
            Map.entry("number of days in last six months", "days 183"),
            Map.entry("number of days in last year", "days 365"));

    static TypeCell of(String cell) {
        String type = cell.strip().replaceAll("\\s+", " ");
        Matcher select = SELECT.matcher(type);
        if (select.matches()) {
            String kind = select.group("kind").toLowerCase(Locale.ROOT).replace('_', ' ');
            String list = select.group("list");
            if (kind.endsWith("from file")) {
                return new TypeCell("from_file", list, false);
            }
            String base = kind.contains("rank")
                    ? "rank"
                    : kind.contains("multiple") || kind.contains("all that") ? "select_multiple" : "select_one";
            return new TypeCell(kind.endsWith("external") ? "external" : base, list, select.group("other") != null);
        }
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("uri:")) {
            return new TypeCell("uri", "", false);
        }
        String spaced = lower.replace('_', ' ');
        return new TypeCell(ALIASES.getOrDefault(lower, ALIASES.getOrDefault(spaced, lower)), "", false);
    }

    boolean isSelect() {
        return SELECTS.contains(base) || base.equals("external");
    }

    boolean isMetadata() {
        return METADATA.contains(base);
    }

    boolean begins() {
        return base.equals("begin_group") || base.equals("begin_repeat");
    }

    boolean ends() {
        return base.equals("end_group") || base.equals("end_repeat");
    }
}
