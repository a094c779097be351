package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Exporter;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A form that ODK and KoboToolbox can show as near as they can, and from which our import makes the same questionnaire. */
@Singleton
public final class XlsFormExporter implements Exporter {
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final int WIDTH = 28 * 256;

    @Override
    public String format() {
        return "xlsform";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public byte[] write(ObjectNode content) {
        FormWriter form = new FormWriter(content).write();
        // Not POI's streaming kind: it writes strings inline, which not every reader of forms knows.
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            sheet(
                    workbook,
                    "survey",
                    form.survey,
                    List.of(
                            "type",
                            "name",
                            "label",
                            "hint",
                            "required",
                            "relevant",
                            "appearance",
                            "parameters",
                            "constraint",
                            "calculation"));
            sheet(workbook, "choices", form.choices, List.of("list_name", "name", "label", "image"));
            sheet(workbook, "settings", form.settings, List.of("form_title", "form_id", "default_language", "style"));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sheet(XSSFWorkbook workbook, String name, Written written, List<String> first) {
        Sheet sheet = workbook.createSheet(name);
        CellStyle bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        List<String> headings = name.equals("choices") && written.rows().isEmpty() ? first : written.headings(first);
        Row top = sheet.createRow(0);
        for (int column = 0; column < headings.size(); column++) {
            top.createCell(column).setCellValue(headings.get(column));
            top.getCell(column).setCellStyle(bold);
            sheet.setColumnWidth(column, WIDTH);
        }
        sheet.createFreezePane(0, 1);
        int at = 1;
        for (Map<String, String> row : written.rows()) {
            Row line = sheet.createRow(at++);
            for (int column = 0; column < headings.size(); column++) {
                String cell = row.getOrDefault(headings.get(column), "");
                if (!cell.isEmpty()) {
                    // _x0041_ is a letter to Excel; where it stands for itself, its first sign is escaped.
                    line.createCell(column).setCellValue(ESCAPE.matcher(cell).replaceAll("_x005F_"));
                }
            }
        }
    }
}
