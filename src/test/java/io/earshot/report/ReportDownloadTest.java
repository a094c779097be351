package io.earshot.report;

import static io.earshot.report.ReportCalls.answered;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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

    @Test
    void theCodebookDescribesEveryColumnOfTheCsvInItsOrder() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(
                tenant,
                """
                {"name":"q","title":"Q","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                  {"type":"nps","name":"nps","text":"Recommend?"},
                  {"type":"multiple_choice","name":"uses","text":"Uses?","options":[
                    {"code":"a","text":"At home"},{"code":"b","text":"At <work> & away"}]},
                  {"type":"single_choice","name":"plan","text":"Plan?","ordered":true,"options":[
                    {"code":1,"text":"Free"},{"code":2,"text":"Paid"}]},
                  {"type":"text","name":"why","text":"Why?"}]}]}""");
        answered(tenant, questionnaire, "nps,uses,plan,why\n9,a;b,2,Good\n");
        String report = request(tenant, questionnaire, "topline");
        assertThat(whenOver(tenant, report)).isEqualTo("done");

        byte[] xml = as(tenant)
                .get(report + "/data.ddi.xml")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("data.ddi.xml"))
                .extract()
                .asByteArray();
        String head = as(tenant)
                .get(report + "/data.csv")
                .asString()
                .lines()
                .findFirst()
                .orElseThrow();

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document codebook = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertThat(codebook.getDocumentElement().getNamespaceURI()).isEqualTo("ddi:codebook:2_5");
        NodeList variables = codebook.getElementsByTagNameNS("*", "var");
        List<String> names = IntStream.range(0, variables.getLength())
                .mapToObj(i -> ((Element) variables.item(i)).getAttribute("name"))
                .toList();
        assertThat(names).containsExactly(head.split(",")).contains("uses.a", "uses.b", "language");
        Element plan = (Element) variables.item(names.indexOf("plan"));
        assertThat(plan.getAttribute("nature")).isEqualTo("ordinal");
        assertThat(plan.getTextContent()).isEqualTo("Plan?everybody1Free2Paid");
        Element work = (Element) variables.item(names.indexOf("uses.b"));
        assertThat(work.getElementsByTagNameNS("*", "labl").item(0).getTextContent())
                .isEqualTo("At <work> & away – Uses?");
        assertThat(codebook.getElementsByTagNameNS("*", "caseQnty").item(0).getTextContent())
                .isEqualTo("1");
    }
}
