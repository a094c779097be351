package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.importBfi;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportDownloadTest {
    @Inject
    Workspaces workspaces;

    @Test
    void aFinishedWorkbookIsServedInRangesAndRevalidated() {
        Workspaces.Tenant tenant = workspaces.create();
        String report = request(tenant, published(tenant, Bfi.template()), "scale-reliability");
        assertThat(whenOver(tenant, report)).isEqualTo("done");
        String workbook = report + "/workbook";

        Response whole = as(tenant).get(workbook);
        byte[] bytes = whole.asByteArray();
        assertThat(whole.header("Content-Disposition")).startsWith("attachment; filename=\"scale-reliability-");
        assertThat(whole.header("Content-Length")).isEqualTo(String.valueOf(bytes.length));
        assertThat(bytes).startsWith('P', 'K');

        byte[] part = as(tenant)
                .header("Range", "bytes=10-19")
                .get(workbook)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + bytes.length)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(bytes, 10, 20));
        as(tenant)
                .header("Range", "bytes=-5")
                .get(workbook)
                .then()
                .statusCode(206)
                .header("Content-Length", "5");
        as(tenant)
                .header("Range", "bytes=" + bytes.length + "-")
                .get(workbook)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length);
        as(tenant)
                .header("If-None-Match", whole.header("ETag"))
                .get(workbook)
                .then()
                .statusCode(304);
    }

    @Test
    void theResponsesBehindAReportComeOutForOtherPrograms() throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        importBfi(tenant, questionnaire);
        String report = request(tenant, questionnaire, "scale-reliability");
        assertThat(whenOver(tenant, report)).isEqualTo("done");

        String csv = as(tenant)
                .get(report + "/data.csv?bom=true&cells=labels")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("data.csv"))
                .extract()
                .asString();
        byte[] sav = as(tenant)
                .get(report + "/data.sav")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String script = as(tenant)
                .get(report + "/data.R")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).startsWith("\uFEFFid,");
        assertThat(csv.lines().count()).isEqualTo(2801);
        assertThat(sav).startsWith('$', 'F', 'L', '2');
        assertThat(java.nio.ByteBuffer.wrap(sav)
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                        .getInt(80))
                .as("rows told in the file's head")
                .isEqualTo(2800);
        assertThat(script).contains("data[[\"A1\"]] <- factor(");
        as(tenant)
                .get(report + "/data.sav?codes=words")
                .then()
                .statusCode(400)
                .body("detail", containsString("numbers or texts"));
    }
}
