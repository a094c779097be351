package io.earshot.response;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What may be asked of an export; what can't be read is a Problem 400 that names the parameter. */
public class ExportParameters {
    @QueryParam("version")
    @Nullable
    Integer version;

    @QueryParam("status")
    @Nullable
    String status;

    @Parameter(description = "first time of receipt")
    @QueryParam("from")
    @Nullable
    String from;

    @Parameter(description = "the time of receipt before which it ends")
    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("test")
    @Nullable
    String test;

    @QueryParam("language")
    @Nullable
    String language;

    @Parameter(description = "false leaves out what shows a sign of carelessness, true leaves out the rest")
    @QueryParam("flagged")
    @Nullable
    String flagged;

    @Parameter(description = "goes on behind this response: its receivedAt, a comma, its id")
    @QueryParam("after")
    @Nullable
    String after;

    @Parameter(description = "CSV, xlsx: a language, or true for the questionnaire's own: labels in place of codes")
    @QueryParam("labels")
    @Nullable
    String labels;

    @Parameter(description = "CSV, xlsx: columns (the default) or joined: multiple responses")
    @QueryParam("sets")
    @Nullable
    String sets;

    @Parameter(description = "CSV, xlsx: all that occur (the default), none, or names with commas between")
    @QueryParam("attributes")
    @Nullable
    String attributes;

    @Parameter(description = "CSV: false leaves the header out")
    @QueryParam("header")
    @Nullable
    String header;

    @Parameter(description = "CSV: true begins with a byte order mark, by which Excel knows UTF-8")
    @QueryParam("bom")
    @Nullable
    String bom;

    @Parameter(description = "CSV: raw leaves texts alone that a spreadsheet would take for formulas")
    @QueryParam("formulas")
    @Nullable
    String formulas;

    ResponseFilter filter(UUID workspace, UUID questionnaire) {
        return new ResponseFilter(
                workspace,
                questionnaire,
                Parameters.version(version),
                Parameters.status(status),
                Parameters.time("from", from),
                Parameters.time("to", to),
                Parameters.flag("test", test),
                language,
                Parameters.flag("flagged", flagged));
    }

    @Nullable
    Cursor after() {
        return Parameters.cursor(after);
    }

    @Nullable
    Integer version() {
        return Parameters.version(version);
    }

    /** The language of labels, empty for the questionnaire's own; null for codes. */
    @Nullable
    String labels() {
        if (labels == null || labels.equals("false")) {
            return null;
        }
        return labels.equals("true") ? "" : labels;
    }

    ExportTable.Sets sets() {
        if (sets == null) {
            return ExportTable.Sets.COLUMNS;
        }
        return switch (sets) {
            case "columns" -> ExportTable.Sets.COLUMNS;
            case "joined" -> ExportTable.Sets.JOINED;
            default -> throw Parameters.refused("sets", sets, "must be columns or joined");
        };
    }

    /** Null for all that occur. */
    @Nullable
    List<String> attributes() {
        if (attributes == null || attributes.equals("all")) {
            return null;
        }
        return attributes.equals("none")
                ? List.of()
                : Stream.of(attributes.split(",")).map(String::strip).toList();
    }

    boolean header() {
        return Parameters.flag("header", header, true);
    }

    boolean byteOrderMark() {
        return Parameters.flag("bom", bom, false);
    }

    boolean guarded() {
        if (formulas == null || formulas.equals("guarded")) {
            return true;
        }
        if (formulas.equals("raw")) {
            return false;
        }
        throw Parameters.refused("formulas", formulas, "must be guarded or raw");
    }
}
