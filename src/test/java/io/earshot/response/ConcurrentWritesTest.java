package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrentWritesTest {
    private static final int CLIENTS = 8;

    @Inject
    Surveys surveys;

    @Test
    void ofManyWritesAtOnceTheHighestSequenceStandsAndOneIsTheFirst() throws Exception {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        List<Callable<Integer>> writes = new ArrayList<>();
        for (int sequence = 1; sequence <= 60; sequence++) {
            String body = survey.body(sequence, "partial", "{'nps':9,'age':" + sequence + "}");
            writes.add(() -> survey.put(id, body).extract().statusCode());
        }
        Collections.shuffle(writes, new Random(17));

        List<Integer> statuses = atOnce(writes);

        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(survey.stored()).singleElement().satisfies(stored -> {
            assertThat(stored.sequence()).isEqualTo(60);
            assertThat(stored.answers()).isEqualTo(Map.of("nps", 9, "age", 60));
        });
    }

    @Test
    void ofManyCompletionsAtOnceOneStands() throws Exception {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        List<Callable<Integer>> writes = new ArrayList<>();
        for (int sequence = 1; sequence <= 40; sequence++) {
            String body = survey.body(sequence, "complete", "{'nps':9,'age':" + sequence + "}");
            writes.add(() -> {
                Map<String, ?> told = survey.put(id, body).extract().path("answers");
                return (Integer) told.get("age");
            });
        }
        Collections.shuffle(writes, new Random(18));

        List<Integer> told = atOnce(writes);

        assertThat(told).allMatch(told.get(0)::equals);
        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(stored.answers())
                .containsEntry("age", told.get(0)));
    }

    @Test
    void twoRespondentsUnderOneIdDoNotMeet() throws Exception {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        String first = survey.body("r-1", 1, "complete", "{'nps':9}", "{}");
        String second = survey.body("r-2", 1, "complete", "{'nps':1}", "{}");

        List<Integer> statuses = atOnce(List.of(
                () -> survey.put(id, first).extract().statusCode(),
                () -> survey.put(id, second).extract().statusCode()));

        assertThat(statuses).containsOnly(201);
        assertThat(survey.stored()).hasSize(2);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> call : clients.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            clients.shutdown();
        }
    }
}
