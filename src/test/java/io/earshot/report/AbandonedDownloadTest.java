package io.earshot.report;

import static io.earshot.report.ReportCalls.answered;
import static io.earshot.report.ReportCalls.as;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of a report's data are made in two places at once; who goes away gives theirs back. */
@QuarkusTest
class AbandonedDownloadTest {
    @Inject
    Workspaces workspaces;

    @TestHTTPResource
    URI service;

    @Test
    void whoHangsUpAmidAFileGivesItsPlaceBack() throws IOException {
        Workspaces.Tenant tenant = workspaces.create();
        String report = largeReport(tenant);
        for (String file : List.of("data.csv", "data.sav")) {
            List<Socket> clients = List.of(reading(tenant, report + "/" + file), reading(tenant, report + "/" + file));
            try {
                // Nobody reads on, so that both files stay in the making.
                as(tenant).get(report + "/data.R").then().statusCode(503);
            } finally {
                for (Socket client : clients) {
                    client.close();
                }
            }
            placeIsFree(tenant, report);
        }
        for (int i = 0; i < 6; i++) {
            // Before the first byte is sent.
            asking(tenant, report + "/data.csv").close();
        }
        placeIsFree(tenant, report);
    }

    private static void placeIsFree(Workspaces.Tenant tenant, String report) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> as(tenant).get(report + "/data.R").then().statusCode(200));
    }

    /** Of twenty megabytes, more than the buffers of a connection take. */
    private static String largeReport(Workspaces.Tenant tenant) {
        String questionnaire = published(
                tenant,
                """
                {"name":"q","title":"Q","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                  {"type":"text","name":"why","text":"Why?"}]}]}""");
        String answer = "Since it rains. ".repeat(120);
        String csv = IntStream.range(0, 10_000).mapToObj(i -> i + " " + answer).collect(Collectors.joining("\n"));
        answered(tenant, questionnaire, "why\n" + csv + "\n");
        String report = request(tenant, questionnaire, "topline");
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
