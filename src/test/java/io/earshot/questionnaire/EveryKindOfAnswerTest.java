package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to the kinds of questions that {@link AnswersTest} leaves out. */
class EveryKindOfAnswerTest {
    private static final Questionnaire QUESTIONNAIRE = Questionnaire.read(
            """
            {"name":"q","title":"Q","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"yes_no","name":"again","text":"?"},
              {"type":"csat","name":"csat","text":"?"},
              {"type":"ces","name":"ces","text":"?"},
              {"type":"ces","name":"ces5","text":"?","points":5},
              {"type":"matrix_choice","name":"m","text":"?","rows":[{"name":"m1","text":"a"},{"name":"m2","text":"b"}],
               "options":[{"code":1,"text":"A"},{"code":"b","text":"B"}]},
              {"type":"matrix_choice","name":"s","text":"?","multiple":true,"rows":[{"name":"s1","text":"a"},{"name":"s2","text":"b"}],
               "options":[{"code":"x","text":"X"},{"code":"y","text":"Y"},{"code":"none","text":"N","exclusive":true}]},
              {"type":"ranking","name":"top2","text":"?","top":2,"options":[{"code":"a","text":"A"},{"code":2,"text":"B"},{"code":"c","text":"C"}]},
              {"type":"ranking","name":"all","text":"?","options":[{"code":"a","text":"A"},{"code":"b","text":"B"},
               {"code":"c","text":"C","visibleIf":{"==":[{"var":"again"},"yes"]}}]},
              {"type":"constant_sum","name":"sum","text":"?","total":10,"step":0.1,
               "rows":[{"name":"u","text":"U"},{"name":"v","text":"V"},{"name":"w","text":"W"}]},
              {"type":"max_diff","name":"md","text":"?","options":[{"code":1,"text":"1"},{"code":2,"text":"2"},{"code":3,"text":"3"},{"code":4,"text":"4"}],
               "sets":[[1,2,3],[2,3,4]]},
              {"type":"slider","name":"loud","text":"?","min":-10,"max":10,"step":5},
              {"type":"text","name":"mail","text":"?","format":"email"},
              {"type":"text","name":"site","text":"?","format":"url"},
              {"type":"text","name":"call","text":"?","format":"phone"},
              {"type":"text","name":"serial","text":"?","pattern":"[A-Z]{2}|[0-9]+"},
              {"type":"date","name":"day","text":"?","min":"2024-02-01","max":"2024-12-31"},
              {"type":"time","name":"at","text":"?","min":"08:00","max":"18:30"},
              {"type":"file","name":"pics","text":"?","maxFiles":2},
              {"type":"consent","name":"quote","text":"?","policyVersion":"1"},
              {"type":"contact","name":"c","text":"?","fields":[{"field":"name"},{"field":"email","required":true},{"field":"phone"}]},
              {"type":"link","name":"guide","text":"?","url":"https://shop.example/","label":"Open"}]}]}
            """);

    private static final String FILE = "0190c3a1-7f3e-7c52-9d1b-5f2a8e6b4c10";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'again':'yes','csat':5,'ces':7,'ces5':1}",
                "{'m1':'1','m2':'b','s1':['x','y'],'s2':['none']}",
                "{'top2':['c','2'],'all':['b','a']}",
                "{'again':'yes','all':['c','b','a']}",
                "{'top2':[]}",
                "{'u':3.3,'v':6.7}",
                "{'u':10.0}",
                "{'md_1_best':1,'md_1_worst':3}",
                "{'loud':-5}",
                "{'mail':' ada@mail.shop.example','site':'HTTPS://shop.example/a?b','call':'+33 (0)1 23-45.67','serial':'AB'}",
                "{'mail':'ünï@bücher.example','site':'http://bücher.example:8080#x','serial':'123'}",
                "{'mail':''}",
                "{'day':'2024-02-29','at':'08:00'}",
                "{'pics':['" + FILE + "']}",
                "{'quote':'declined'}",
                "{'c_name':'Ada','c_email':'ada@shop.example','c_phone':'12 345'}",
                "{'guide':'clicked'}"
            })
    void whatAQuestionAllowsHasNoFaults(String answers) {
        assertThat(check(answers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'again':true}                        | /again       | wrong-type",
                "{'again':'Yes'}                       | /again       | not-an-option",
                "{'csat':6}                            | /csat        | out-of-range",
                "{'ces':0}                             | /ces         | out-of-range",
                "{'ces5':6}                            | /ces5        | out-of-range",
                "{'m':'b'}                             | /m           | unknown-variable",
                "{'m1':['b']}                          | /m1          | wrong-type",
                "{'m2':'x'}                            | /m2          | not-an-option",
                "{'s1':'x'}                            | /s1          | wrong-type",
                "{'s1':['x','x']}                      | /s1/1        | chosen-twice",
                "{'s2':['x','none']}                   | /s2          | exclusive",
                "{'top2':'a'}                          | /top2        | wrong-type",
                "{'top2':['a']}                        | /top2        | too-few",
                "{'top2':['a',2,'c']}                  | /top2        | too-many",
                "{'top2':['a','a']}                    | /top2/1      | ranked-twice",
                "{'top2':['a','d']}                    | /top2/1      | not-an-option",
                "{'all':['a']}                         | /all         | too-few",
                "{'u':5,'v':4}                         | /u           | wrong-sum",
                "{'v':9.9}                             | /v           | wrong-sum",
                "{'u':-1,'v':11}                       | /u           | out-of-range",
                "{'u':9.95,'v':0.1}                    | /u           | off-step",
                "{'u':'10'}                            | /u           | wrong-type",
                "{'md_1_best':4,'md_1_worst':1}        | /md_1_best   | not-an-option",
                "{'md_1_best':1}                       | /md_1_worst  | incomplete-set",
                "{'md_2_worst':4}                      | /md_2_best   | incomplete-set",
                "{'md_2_best':4,'md_2_worst':'4'}      | /md_2_worst  | same-best-and-worst",
                "{'md_3_best':4}                       | /md_3_best   | unknown-variable",
                "{'loud':-7}                           | /loud        | off-step",
                "{'loud':11}                           | /loud        | out-of-range",
                "{'mail':'ada@localhost'}              | /mail        | bad-format",
                "{'mail':'ada lovelace@shop.example'}  | /mail        | bad-format",
                "{'mail':'a@b.example\u00a0c'}         | /mail        | bad-format",
                "{'site':'shop.example'}               | /site        | bad-format",
                "{'site':'ftp://shop.example'}         | /site        | bad-format",
                "{'call':'1234'}                       | /call        | bad-format",
                "{'call':'1234567890123456'}           | /call        | bad-format",
                "{'call':'12345x'}                     | /call        | bad-format",
                "{'serial':'ABC'}                      | /serial      | bad-format",
                "{'serial':'AB1'}                      | /serial      | bad-format",
                "{'day':'2024-02-30'}                  | /day         | bad-format",
                "{'day':'29.2.2024'}                   | /day         | bad-format",
                "{'day':20240229}                      | /day         | wrong-type",
                "{'day':'2024-01-31'}                  | /day         | out-of-range",
                "{'day':'2025-01-01'}                  | /day         | out-of-range",
                "{'at':'8:00'}                         | /at          | bad-format",
                "{'at':'24:00'}                        | /at          | bad-format",
                "{'at':'18:31'}                        | /at          | out-of-range",
                "{'pics':'a'}                          | /pics        | wrong-type",
                "{'pics':[1]}                          | /pics/0      | wrong-type",
                "{'pics':['a.png']}                    | /pics/0      | bad-format",
                "{'quote':'yes'}                       | /quote       | not-an-option",
                "{'c':'Ada'}                           | /c           | unknown-variable",
                "{'c_email':'ada'}                     | /c_email     | bad-format",
                "{'c_phone':'none'}                    | /c_phone     | bad-format",
                "{'c_name':5}                          | /c_name      | wrong-type",
                "{'guide':'ignored'}                   | /guide       | not-an-option",
            })
    void whatAQuestionDoesNotAllowIsPointedAt(String answers, String pointer, String code) {
        List<Fault> faults = check(answers);

        assertThat(faults).extracting(Fault::pointer, Fault::code).containsExactly(tuple(pointer, code));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.detail()).endsWith("."));
    }

    @Test
    void filesAreGivenOnceAndNotTooMany() {
        String other = FILE.replace('c', 'd');
        String third = FILE.replace('c', 'e');

        assertThat(check("{'pics':['" + FILE + "','" + FILE.toUpperCase(java.util.Locale.ROOT) + "']}"))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/pics/1", "chosen-twice"));
        assertThat(check("{'pics':['" + FILE + "','" + other + "','" + third + "']}"))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/pics", "too-many"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s     | {'s1':['x'],'s2':[]}           | s2",
                "m     | {'m1':1}                       | m2",
                "top2  | {'top2':[]}                    | top2",
                "sum   | {'v':10}                       | ''",
                "sum   | {}                             | u v w",
                "md    | {'md_1_best':1,'md_1_worst':2} | md_2_best md_2_worst",
                "mail  | {'mail':' '}                   | mail",
                "pics  | {'pics':[]}                    | pics",
                "c     | {'c_name':'Ada'}               | c_email",
                "guide | {}                             | guide",
            })
    void anAnswerIsWhatSaysSomething(String question, String answers, String unanswered) {
        Question asked = QUESTIONNAIRE.question(question).orElseThrow();

        assertThat(String.join(" ", asked.unanswered(read(answers)))).isEqualTo(unanswered);
    }

    @Test
    void oneFieldOfAContactWillDoWhereNoneIsMarked() {
        Contact contact = (Contact) Questionnaire.read(
                        """
                        {"name":"q","title":"Q","defaultLanguage":"en","pages":[{"name":"p","elements":[
                          {"type":"contact","name":"c","text":"?","fields":[{"field":"email"},{"field":"phone"}]}]}]}
                        """)
                .question("c")
                .orElseThrow();

        assertThat(contact.unanswered(read("{}"))).containsExactly("c_email", "c_phone");
        assertThat(contact.unanswered(read("{'c_phone':'12345'}"))).isEmpty();
    }

    @Test
    void whoeverDeclinesWhatIsRequiredCannotFinish() {
        Questionnaire consent = Questionnaire.read(
                """
                {"name":"q","title":"Q","defaultLanguage":"en","pages":[{"name":"p","elements":[
                  {"type":"consent","name":"ok","text":"?","policyVersion":"3","required":true}]}]}
                """);

        assertThat(consent.checkAnswers(read("{'ok':'declined'}"), true))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/ok", "not-agreed"));
        assertThat(consent.checkAnswers(read("{'ok':'agreed'}"), true)).isEmpty();
        assertThat(consent.checkAnswers(read("{}"), true))
                .extracting(Fault::code)
                .containsExactly("missing");
    }

    @Test
    void everyVariableSaysHowItIsHeld() {
        assertThat(QUESTIONNAIRE.variables())
                .filteredOn(variable -> List.of("s1", "top2", "u", "md_2_worst", "day", "at", "pics", "c_email")
                        .contains(variable.name()))
                .extracting(Variable::name, Variable::measure, Variable::shape, Variable::format)
                .containsExactly(
                        tuple("s1", Measure.NOMINAL, Variable.Shape.SET, Variable.Format.CODE),
                        tuple("top2", Measure.ORDINAL, Variable.Shape.ORDER, Variable.Format.CODE),
                        tuple("u", Measure.SCALE, Variable.Shape.ONE, Variable.Format.NUMBER),
                        tuple("md_2_worst", Measure.NOMINAL, Variable.Shape.ONE, Variable.Format.CODE),
                        tuple("day", Measure.DATE, Variable.Shape.ONE, Variable.Format.DATE),
                        tuple("at", Measure.SCALE, Variable.Shape.ONE, Variable.Format.TIME),
                        tuple("pics", Measure.TEXT, Variable.Shape.SET, Variable.Format.FILE),
                        tuple("c_email", Measure.TEXT, Variable.Shape.ONE, Variable.Format.TEXT));
    }

    @Test
    void aRankingHasAColumnOfRanksForEachOption() {
        List<Variable> columns = QUESTIONNAIRE.variable("top2").orElseThrow().columns();

        assertThat(columns).extracting(Variable::name).containsExactly("top2.a", "top2.2", "top2.c");
        assertThat(columns.get(0).values())
                .extracting(Variable.CodedValue::code)
                .containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top2   | a; 2  | [`a`,`2`]",
                "at     | 08:30 | `08:30`",
                "u      | 3.5   | 3.5",
                "pics   | x;y   | [`x`,`y`]",
                "m1     | 1     | `1`",
            })
    void aCellOfAFileBecomesAnAnswer(String variable, String cell, String json) {
        assertThat(QUESTIONNAIRE.variable(variable).orElseThrow().answerIn(cell).toString())
                .isEqualTo(json.replace('`', '"'));
    }

    private static List<Fault> check(String answers) {
        return QUESTIONNAIRE.checkAnswers(read(answers), false);
    }

    private static Map<String, JsonNode> read(String json) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        QuestionnaireJson.tree(json.replace('\'', '"'))
                .properties()
                .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        return answers;
    }
}
