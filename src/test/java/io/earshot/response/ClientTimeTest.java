package io.earshot.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T09:30:00Z",
                "2026-11-22T09:30:59.1Z",
                "2026-11-22T23:59:59.123Z",
                "2026-11-22T09:30:00.000001Z",
                "2026-11-22T09:30:00.999999999Z",
                "2026-11-22T09:30:00.0Z",
                "2024-02-29T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-11-22T09:30Z",
                "2026-11-22T09:30:00.Z",
                "2026-11-22T09:30:00+05:30",
                "2026-11-22T09:30:00.25-08:00",
                "+12026-11-22T09:30:00Z"
            })
    void aTimeIsTheSameAsTheLibraryReadsIt(String text) {
        assertEquals(OffsetDateTime.parse(text).toInstant(), ClientTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22",
                "2026-11-22T09:30:00",
                "2026-13-22T09:30:00Z",
                "2026-02-29T09:30:00Z",
                "2026-11-22T24:30:00Z",
                "2026-11-22T09:60:00Z",
                "2026-11-22T09:30:60Z",
                "2026-11-22T09:30:00.1234567890Z",
                "2026-11-22T09:30:00,5Z",
                "2026-11-22 09:30:00Z",
                "2026-1a-22T09:30:00Z",
                "2026-11-22T09:30:00.1-Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(DateTimeException.class, () -> OffsetDateTime.parse(text));
        assertThrows(DateTimeException.class, () -> ClientTime.parse(text));
    }
}
