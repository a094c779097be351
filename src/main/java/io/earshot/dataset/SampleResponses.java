package io.earshot.dataset;

import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.Questionnaire;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Responses that nobody gave: PostgreSQL makes them up, and they are read like stored ones and kept as those are. */
@ApplicationScoped
public class SampleResponses {
    private static final String QUESTIONNAIRE =
            """
            {"name":"sample","title":"Sample","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"How likely are you to recommend us?"},
              {"type":"csat","name":"csat","text":"How satisfied are you?"},
              {"type":"ces","name":"ces","text":"It was easy."},
              {"type":"rating","name":"looks","text":"Its looks?","points":5},
              {"type":"rating","name":"speed","text":"Its speed?","points":5},
              {"type":"likert","name":"service","text":"Our service","scale":[
                {"code":1,"text":"Never"},{"code":2,"text":"Sometimes"},{"code":3,"text":"Always"}],
                "rows":[{"name":"s1","text":"is quick"},{"name":"s2","text":"is kind"},{"name":"s3","text":"listens"}]},
              {"type":"single_choice","name":"plan","text":"Which plan?","options":[
                {"code":"free","text":"Free"},{"code":"paid","text":"Paid"},{"code":"trial","text":"Trial"}]},
              {"type":"multiple_choice","name":"reasons","text":"Why us?","options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"},{"code":"looks","text":"Looks"}]},
              {"type":"yes_no","name":"returning","text":"Been here before?"},
              {"type":"number","name":"spent","text":"Spent last year?"},
              {"type":"date","name":"since","text":"Customer since?"},
              {"type":"text","name":"why","text":"What went wrong?","visibleIf":{"<=":[{"var":"nps"},6]}}]}]}""";

    private static final String ANSWERS =
            """
            {"nps": ' || a % 11 || ', "csat": ' || a % 5 + 1 || ', "ces": ' || b % 7 + 1 || ', "looks": ' || (a + b % 2) % 5 + 1 ||             ', "speed": ' || b % 5 + 1 || ', "s1": ' || a % 3 + 1 || ', "s2": ' || (a + b % 2) % 3 + 1 || ', "s3": ' || b % 3 + 1 ||             ', "plan": "' || (array['free', 'paid', 'trial'])[b % 3 + 1] ||             '", "reasons": ' || (array['[]', '["price"]', '["speed", "looks"]'])[a % 3 + 1] ||             ', "returning": "' || (array['yes', 'no'])[b % 2 + 1] || '", "spent": ' || round(a % 10000 / 100.0, 2) ||             ', "since": "' || date '2020-01-01' + (b % 2000)::int || '"' ||             case when a % 11 <= 6 then ', "why": "Number ' || n || ' took too long"' else '' end || '}""";

    private static final String SQL =
            """
            copy (
                select gen_random_uuid(), 'r-' || n, now() - a %% 500 * interval '1 second', now(),
                    (array['en', 'fr'])[n %% 2 + 1], case when n %% 9 = 0 then 'partial' else 'complete' end, now(), ('%s')::json,
                    '{"os.name": "Android", "os.version": "15"}'::json
                from (select n, abs(hashint4(n)::bigint) as a, abs(hashint4(-n)::bigint) as b
                    from generate_series(1, %d) as n) as sample
            ) to stdout (format binary)""";

    private final AgroalDataSource database;
    private final ColumnFolder folder;

    SampleResponses(AgroalDataSource database, ColumnFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /** @param stopped true ends the reading with an exception */
    public ResponseDataset.Reading read(int rows, BooleanSupplier stopped) throws SQLException {
        Questionnaire questionnaire = Questionnaire.read(QUESTIONNAIRE);
        KeptRanges kept = new KeptRanges(folder.path().resolve("sample"), "sample");
        try (Connection connection = database.getConnection()) {
            ResponseRange range = StoredRanges.read(connection, SQL.formatted(ANSWERS, rows), questionnaire, stopped);
            kept.keep(new StoredRanges.Place(Receipt.BEGINNING, Receipt.BEGINNING), range, 0);
            for (KeptRanges.Kept file : kept.all()) {
                kept.read(file, range.extract(), ResponseChanges.none());
            }
            return ResponseDataset.of(range);
        } finally {
            kept.deleteAll();
        }
    }
}
