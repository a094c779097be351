package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.importBfi;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.testing.Workspaces;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a report's data are made in two places at once; who goes away gives theirs back. */
@QuarkusTest
class AbandonedDownloadTest {
    @Inject
    Workspaces workspaces;

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"data.csv?cells=labels", "data.sav?codes=texts"})
    void whoHangsUpAmidAFileGivesItsPlaceBack(String file) throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String report = largeReport(tenant);
        String path = report + "/" + file;
        List<Socket> clients = List.of(reading(tenant, path), reading(tenant, path));
        try {
            // Nobody reads on, so that both files stay in the making.
            as(tenant).get(report + "/data.R").then().statusCode(503);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }

        await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> as(tenant)
                .get(report + "/data.R")
                .then()
                .statusCode(200));
    }

    @Test
    void whoHangsUpBeforeTheFirstByteIsNotWorkedFor() throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String report = largeReport(tenant);
        for (int i = 0; i < 6; i++) {
            try (Socket client = asking(tenant, report + "/data.csv")) {
                assertThat(client.isConnected()).isTrue();
            }
        }

        await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> as(tenant)
                .get(report + "/data.R")
                .then()
                .statusCode(200));
    }

    /** More than the buffers of a connection take. */
    private static String largeReport(Workspaces.Tenant tenant) throws IOException {
        String questionnaire = published(tenant, Bfi.template());
        importBfi(tenant, questionnaire);
        for (int copy = 1; copy < 4; copy++) {
            importBfi(tenant, questionnaire);
        }
        String report = request(tenant, questionnaire, "scale-reliability");
        assertThat(whenOver(tenant, report)).isEqualTo("done");
        return report;
    }

    /** A client that has read a file's beginning. */
    private Socket reading(Workspaces.Tenant tenant, String path) throws IOException {
        Socket client = asking(tenant, path);
        byte[] beginning = client.getInputStream().readNBytes(500);
        assertThat(new String(beginning, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200 ");
        return client;
    }

    private Socket asking(Workspaces.Tenant tenant, String path) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4096);
        client.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nAuthorization: Bearer "
                                + tenant.secret() + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return client;
    }
}
