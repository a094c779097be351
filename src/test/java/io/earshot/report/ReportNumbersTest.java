package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.importBfi;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportNumbersTest {
    @Inject
    Workspaces workspaces;

    @Test
    void theWorkbookHoldsTheNumbersThatRGives() throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        importBfi(tenant, questionnaire);

        String report = request(tenant, questionnaire, "scale-reliability");
        assertThat(whenOver(tenant, report)).isEqualTo("done");

        byte[] bytes = as(tenant)
                .get(report + "/workbook")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(number(book, "responses")).isEqualTo(2800);
            assertThat(number(book, "alpha_agreeableness")).isCloseTo(0.703755894374836, within(1e-9));
            assertThat(number(book, "alpha_conscientiousness")).isCloseTo(0.729277203170442, within(1e-9));
            assertThat(number(book, "alpha_extraversion")).isCloseTo(0.760932639469552, within(1e-9));
            assertThat(number(book, "alpha_neuroticism")).isCloseTo(0.813303143161439, within(1e-9));
            assertThat(number(book, "alpha_openness")).isCloseTo(0.602546428577184, within(1e-9));
            assertThat(number(book, "chi_square_gender_education")).isCloseTo(21.6717780496226, within(1e-9));
            assertThat(number(book, "df_gender_education")).isEqualTo(4);
            assertThat(number(book, "p_gender_education")).isCloseTo(0.000232934638225592, within(1e-12));
            assertThat(number(book, "cramers_v_gender_education")).isCloseTo(0.0917043765866523, within(1e-9));
            assertThat(book.getSheet("Data (codes)").getLastRowNum()).isEqualTo(2800);
            assertThat(StreamSupport.stream(book.getSheet("Cover").spliterator(), false)
                            .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                            .map(cell -> cell.toString()))
                    .as("a file without times")
                    .contains("not recorded: the answers came in without their times");
        }

        // Not by REST Assured's JsonPath, which reads numbers as floats.
        String json = as(tenant)
                .get(report + "/results")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        for (JsonNode finding : new ObjectMapper().readTree(json).get("findings")) {
            if (finding.get("kind").asText().equals("reliability")
                    && finding.path("scale").asText().equals("openness")) {
                assertThat(finding.at("/reliability/alpha/estimate").asDouble())
                        .isCloseTo(0.602546428577184, within(1e-9));
            }
            if (finding.get("kind").asText().equals("crosstab")) {
                assertThat(finding.at("/crosstab/test/chiSquare").asDouble()).isCloseTo(21.6717780496226, within(1e-9));
            }
        }
    }

    private static double number(XSSFWorkbook book, String name) {
        Name defined = requireNonNull(book.getName(name), name);
        CellReference cell = new CellReference(defined.getRefersToFormula());
        return book.getSheet(cell.getSheetName())
                .getRow(cell.getRow())
                .getCell(cell.getCol())
                .getNumericCellValue();
    }
}
