package io.earshot.bench.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What reports are measured with: 25 variables of every common kind, one of which only some are asked, and stored responses to it. */
public final class Surveyed {
    public static final String QUESTIONNAIRE =
            """
            {"name":"surveyed","title":"Surveyed","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"How likely are you to recommend us?"},
              {"type":"csat","name":"csat","text":"How satisfied are you?"},
              {"type":"ces","name":"ces","text":"It was easy to get what I wanted."},
              {"type":"rating","name":"look","text":"How do you like its looks?","points":5},
              {"type":"rating","name":"speed","text":"How do you like its speed?","points":5},
              {"type":"rating","name":"price","text":"How do you like its price?","points":5},
              {"type":"likert","name":"service","text":"Our service","scale":[
                {"code":1,"text":"Never"},{"code":2,"text":"Rarely"},{"code":3,"text":"Sometimes"},{"code":4,"text":"Often"},
                {"code":5,"text":"Always"}],"rows":[{"name":"s1","text":"is quick"},{"name":"s2","text":"is kind"},
                {"name":"s3","text":"knows"},{"name":"s4","text":"listens"},{"name":"s5","text":"solves"}]},
              {"type":"likert","name":"product","text":"Our product","scale":[
                {"code":1,"text":"Never"},{"code":2,"text":"Rarely"},{"code":3,"text":"Sometimes"},{"code":4,"text":"Often"},
                {"code":5,"text":"Always"}],"rows":[{"name":"p1","text":"works"},{"name":"p2","text":"lasts"},
                {"name":"p3","text":"is safe"},{"name":"p4","text":"is pretty"},{"name":"p5","text":"is fun"}]},
              {"type":"single_choice","name":"plan","text":"Which plan?","options":[
                {"code":"free","text":"Free"},{"code":"paid","text":"Paid"},{"code":"trial","text":"Trial"}]},
              {"type":"single_choice","name":"role","text":"Your role?","options":[
                {"code":"role1","text":"Buyer"},{"code":"role2","text":"Seller"},{"code":"role3","text":"Engineer"},
                {"code":"role4","text":"Teacher"},{"code":"role5","text":"Student"},{"code":"role6","text":"Another"}]},
              {"type":"single_choice","name":"country","text":"Your country?","options":[
                {"code":"c1","text":"Austria"},{"code":"c2","text":"Belgium"},{"code":"c3","text":"Chile"},
                {"code":"c4","text":"Denmark"},{"code":"c5","text":"Estonia"},{"code":"c6","text":"France"},
                {"code":"c7","text":"Germany"},{"code":"c8","text":"Hungary"},{"code":"c9","text":"Italy"},
                {"code":"c10","text":"Japan"}]},
              {"type":"multiple_choice","name":"reasons","text":"Why us?","options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"},{"code":"looks","text":"Looks"}]},
              {"type":"yes_no","name":"returning","text":"Been here before?"},
              {"type":"number","name":"age","text":"Your age?"},
              {"type":"date","name":"since","text":"Customer since?"},
              {"type":"number","name":"spent","text":"Spent last year?"},
              {"type":"text","name":"why","text":"What went wrong?","visibleIf":{"<=":[{"var":"nps"},6]}}]}]}""";

    /** Rows that one statement stores. */
    private static final int AT_ONCE = 500_000;

    private Surveyed() {}

    /** Stores responses to the first version, one a millisecond, of which a ninth are partial and a third tell why. */
    public static void fill(Connection connection, UUID questionnaire, int count) throws SQLException {
        for (int done = 0; done < count; done += AT_ONCE) {
            fill(connection, questionnaire, done + 1, Math.min(count, done + AT_ONCE));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze response");
        }
    }

    private static void fill(Connection connection, UUID questionnaire, int from, int to) throws SQLException {
        String sql =
                """
                insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status, language,
                    respondent, answers, context, started_at, submitted_at, received_at)
                select gen_random_uuid(), gen_random_uuid(), (select workspace_id from questionnaire where id = '%1$s'), '%1$s',
                    1, 1, case when n %% 9 = 0 then 'partial' else 'complete' end, (array['en', 'fr', 'de'])[n %% 3 + 1],
                    'r-' || n,
                    jsonb_strip_nulls(jsonb_build_object(
                        'nps', s.nps, 'csat', s.a %% 5 + 1, 'ces', s.b %% 7 + 1, 'look', (s.a + s.b %% 2) %% 5 + 1,
                        'speed', s.a / 7 %% 5 + 1, 'price', s.b / 5 %% 5 + 1, 's1', s.a %% 5 + 1,
                        's2', (s.a + s.b / 3 %% 2) %% 5 + 1, 's3', (s.a + s.b / 7 %% 2) %% 5 + 1,
                        's4', (s.a + s.b / 11 %% 3) %% 5 + 1, 's5', nullif(s.b %% 51, 50) %% 5 + 1, 'p1', s.b %% 5 + 1,
                        'p2', (s.b + s.a / 3 %% 2) %% 5 + 1, 'p3', (s.b + s.a / 7 %% 2) %% 5 + 1,
                        'p4', (s.b + s.a / 11 %% 3) %% 5 + 1, 'p5', s.b / 13 %% 5 + 1,
                        'plan', (array['free', 'paid', 'trial'])[s.a %% 3 + 1], 'role', 'role' || s.b %% 6 + 1,
                        'country', 'c' || s.a %% 10 + 1)
                      || jsonb_build_object(
                        'reasons', case when s.a %% 2 = 0 then '["price", "speed"]'::jsonb else '["looks"]'::jsonb end,
                        'returning', case when s.b %% 3 = 0 then 'yes' else 'no' end, 'age', 18 + s.a %% 60,
                        'since', date '2020-01-01' + (s.b %% 2000)::int, 'spent', round(s.b %% 10000 / 100.0, 2),
                        'why', case when s.nps <= 6 and n %% 2 = 0
                            then 'The checkout took longer than I had patience for, number ' || n end)),
                    '{"os.name": "Android", "os.version": "15", "service.version": "4.2.0"}',
                    timestamptz '2026-11-01' + n * interval '1 millisecond' - (20 + s.a %% 500) * interval '1 second',
                    timestamptz '2026-11-01' + n * interval '1 millisecond',
                    timestamptz '2026-11-01' + n * interval '1 millisecond'
                from (select n, abs(hashint4(n)::bigint) as a, abs(hashint4(n + 7919)::bigint) as b,
                    abs(hashint4(n * 3)::bigint) %% 11 as nps from generate_series(%2$d, %3$d) as n) as s"""
                        .formatted(questionnaire, from, to);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
