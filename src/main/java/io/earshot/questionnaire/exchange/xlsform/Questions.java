package io.earshot.questionnaire.exchange.xlsform;

import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.xlsform.Answerable.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the rows of a survey are called in the draft, known before any expression is read, since they may look ahead. */
final class Questions {
    private final Map<Integer, Answerable> byRow = new HashMap<>();
    private final Map<String, Answerable> byName = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Names names;

    Questions(XlsForm form, ChoiceLists lists, Names names, Ledger ledger) {
        this.names = names;
        int repeats = 0;
        for (Row row : form.survey().rows()) {
            TypeCell type = TypeCell.of(row.get("type"));
            if (type.base().equals("begin_repeat")) {
                repeats++;
            } else if (type.base().equals("end_repeat")) {
                repeats--;
            }
            Optional<Kind> kind = repeats > 0 ? Optional.empty() : kind(type, row);
            if (kind.isPresent()) {
                add(row, type, kind.get(), lists, ledger);
            }
        }
        for (Row row : form.survey().rows()) {
            TypeCell type = TypeCell.of(row.get("type"));
            Answerable select = byRow.get(row.number());
            // The words that go with "other" are a question of their own to ODK, by this name.
            if (type.orOther() && select != null && names.isFree(select.name() + "_other")) {
                String name = names.claim(select.name() + "_other");
                byName.putIfAbsent(row.get("name").strip() + "_other", new Answerable(name, Kind.TEXT, Map.of()));
                places.put(name, row.where());
            }
        }
    }

    private void add(Row row, TypeCell type, Kind kind, ChoiceLists lists, Ledger ledger) {
        String wanted = row.get("name").strip();
        String name = names.claim(wanted.isEmpty() ? "row_" + row.number() : wanted);
        if (!name.equals(wanted)) {
            ledger.changed(
                    row.where(),
                    wanted.isEmpty() ? "no name" : wanted,
                    wanted.isEmpty()
                            ? "The question has no name."
                            : "The name is no valid variable name here, is reserved, or is taken (case doesn't count).",
                    "It is called " + name + " in the draft.");
        }
        Map<String, String> codes = type.isSelect() ? lists.codes(type.list()) : Map.of();
        if (type.orOther()) {
            codes = new HashMap<>(codes);
            codes.putIfAbsent("other", "other");
        }
        Answerable answerable = new Answerable(name, kind, codes);
        byRow.put(row.number(), answerable);
        byName.putIfAbsent(wanted, answerable);
        places.put(name, row.where());
    }

    private static Optional<Kind> kind(TypeCell type, Row row) {
        return switch (type.base()) {
            case "select_one", "external" -> Optional.of(Kind.ONE_CODE);
            case "select_multiple" -> Optional.of(Kind.CODES);
            case "rank" -> Optional.of(Kind.RANKS);
            case "acknowledge" -> Optional.of(Kind.ONE_CODE);
            case "integer", "decimal", "range", "percentage", "days 31", "days 183", "days 365" ->
                Optional.of(Kind.NUMBER);
            case "text", "phone", "barcode", "hidden", "email", "url" ->
                Optional.of(isQuestion(type, row) ? Kind.TEXT : Kind.COMPUTED);
            case "date", "time", "datetime" -> Optional.of(Kind.MOMENT);
            case "image", "audio", "video", "file" -> Optional.of(Kind.FILES);
            case "calculate" -> Optional.of(Kind.COMPUTED);
            default -> Optional.empty();
        };
    }

    private static boolean isQuestion(TypeCell type, Row row) {
        return !type.base().equals("hidden") || row.get("calculation").isEmpty();
    }

    Optional<Answerable> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Answerable> of(Row row) {
        return Optional.ofNullable(byRow.get(row.number()));
    }

    /** Whether the words of "other" have a name to be kept under. */
    boolean hasOther(Answerable select) {
        return places.containsKey(select.name() + "_other");
    }

    /** A name for something that has none in the form, such as the heading of a group. */
    String fresh(String wanted, Row row) {
        String name = names.claim(wanted);
        places.put(name, row.where());
        return name;
    }

    /** Where in the form that stands which has this name in the draft. */
    String where(String name) {
        return places.getOrDefault(name, "survey");
    }
}
