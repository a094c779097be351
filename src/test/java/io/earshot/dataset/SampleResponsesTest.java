package io.earshot.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SampleResponsesTest {
    @Inject
    SampleResponses responses;

    @Inject
    ColumnFolder folder;

    @Inject
    AgroalDataSource database;

    @Test
    void everyQuestionHasAnswersThatItAllows() throws SQLException {
        ResponseDataset.Reading reading = responses.read(9_000, () -> false);

        assertEquals(8_000, reading.complete());
        assertEquals(1_000, reading.partial());
        List<Column> columns = reading.extract().answers().columns();
        assertFalse(columns.isEmpty());
        for (Column column : columns) {
            assertEquals(0, column.count(Missing.INVALID), column.name());
            assertTrue(column.missing() < 6_000, column.name());
        }
        assertEquals(2, reading.extract().attributes().size());
    }

    @Test
    void nothingIsKept() throws SQLException {
        responses.read(100, () -> false);

        assertEquals(List.of(), KeptRanges.files(folder.path().resolve("sample")));
    }

    @Test
    void whoeverStopsItGetsNoneAndLeavesConnectionsInOrder() throws SQLException {
        for (int rows : new int[] {1_024, 1_030, 9_000, 30_000, 60_000}) {
            assertThrows(StoredRanges.Stopped.class, () -> responses.read(rows, () -> true));

            for (int number = 0; number < 5; number++) {
                assertEquals(number, echoed(number));
            }
        }
    }

    private int echoed(int number) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + number)) {
            row.next();
            return row.getInt(1);
        }
    }
}
