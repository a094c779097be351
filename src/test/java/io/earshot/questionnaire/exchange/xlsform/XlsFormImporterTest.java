package io.earshot.questionnaire.exchange.xlsform;

import static io.earshot.questionnaire.exchange.xlsform.Forms.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.NotCarried;
import io.earshot.questionnaire.exchange.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsFormImporterTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String[] CHOICES = {
        "list_name | name | label", "yn | yes | Yes", "yn | no | No", "fruit | apple | Apple", "fruit | 2 | Pear"
    };

    @Test
    void aFormBecomesADraftInItsLanguages() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label::English (en) | label::Français (fr) | hint::English (en) | required",
                        "select_one yn | like | Do you like it? | Vous aimez ? | Be frank | yes",
                        "integer | age | Your age | Votre âge | | ")
                .sheet("choices", "list_name | name | label::English (en) | label::Français (fr)", "yn | y | Yes | Oui")
                .sheet("settings", "form_title | form_id | default_language", "A form | a_form | English (en)"));

        assertThat(read.content())
                .isEqualTo(
                        json(
                                """
                {"name":"a_form","title":"A form","defaultLanguage":"en","pages":[{"name":"page_1","elements":[
                 {"type":"single_choice","name":"like","text":{"en":"Do you like it?","fr":"Vous aimez ?"},
                  "options":[{"code":"y","text":{"en":"Yes","fr":"Oui"}}],
                  "description":{"en":"Be frank"},"required":true},
                 {"type":"number","step":1,"name":"age","text":{"en":"Your age","fr":"Votre âge"}}]}]}"""));
        assertThat(read.notCarried()).isEmpty();
        assertThat(read.counts()).containsEntry("questions", new Tally(2, 2, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "${fruit} = 'apple'              # {'==':[{'var':'fruit'},'apple']}",
                "${fruit} = 2                    # {'==':[{'var':'fruit'},2]}",
                "${fruit} != ''                  # {'!':[{'missing':['fruit']}]}",
                "${age} > 17 and ${age} <= 30    # {'and':[{'>':[{'var':'age'},17]},{'<=':[{'var':'age'},30]}]}",
                "${age} > 17 or ${fruit}='apple' and true() # {'or':[{'>':[{'var':'age'},17]},{'==':[{'var':'fruit'},'apple']}]}",
                "selected(${many}, 'apple')      # {'in':['apple',{'var':'many'}]}",
                "selected(${many}, '2')          # {'in':[2,{'var':'many'}]}",
                "selected(${fruit}, 'apple')     # {'==':[{'var':'fruit'},'apple']}",
                "not(selected(${many}, 'apple')) # {'!':[{'in':['apple',{'var':'many'}]}]}",
                "count-selected(${many}) >= 2    # {'>=':[{'reduce':[{'var':'many'},{'+':[{'var':'accumulator'},1]},0]},2]}",
                "string-length(${words}) > 0     # {'!':[{'missing':['words']}]}",
                "${age} * 2 + 1 - -3 > 10 div 2  # {'>':[{'-':[{'+':[{'*':[{'var':'age'},2]},1]},-3]},{'/':[10,2]}]}",
                "${age} mod 2 = 0                # {'==':[{'%':[{'var':'age'},2]},0]}",
                "coalesce(${age}, 5) < 6         # {'<':[{'if':[{'!':[{'missing':['age']}]},{'var':'age'},5]},6]}",
                "if(${age} < 9, 'a', 'b') = 'a'  # {'==':[{'if':[{'<':[{'var':'age'},9]},'a','b']},'a']}",
                "starts-with(${words}, 'ab')     # {'==':[{'substr':[{'var':'words'},0,2]},'ab']}",
                "contains(${words}, 'ab')        # {'in':['ab',{'var':'words'}]}",
                "${words} = \u201Chi\u201D       # {'==':[{'var':'words'},'hi']}",
                "../age = 5                      # {'==':[{'var':'age'},5]}",
                "${age}                          # {'!!':[{'var':'age'}]}"
            })
    void aConditionIsTranslatedToOneThatMeansTheSame(String relevant, String logic) {
        Imported read = conditioned(relevant);

        assertThat(read.content().at("/pages/0/elements/4/visibleIf")).isEqualTo(json(logic.replace('\'', '"')));
        assertThat(read.notCarried()).extracting(NotCarried::what).noneMatch(what -> what.startsWith("relevant"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "regex(${words}, '^a')   # regex()",
                "today() > ${age}        # today()",
                "${nowhere} = 1          # nowhere",
                "${age} > 'young'        # young",
                "${age} >                # too early",
                "(${age} > 1             # ) is missing",
                "${age} ~ 1              # character 8",
                "pulldata('f', 'a', 'b', ${age}) = 1 # pulldata()",
                "${later} = 1            # not asked before"
            })
    void aConditionWithoutAnEqualIsListedWithItsReasonAndNotGuessed(String relevant, String reason) {
        Imported read = conditioned(relevant);

        assertThat(read.content().at("/pages/0/elements/4").has("visibleIf")).isFalse();
        assertThat(read.notCarried()).anySatisfy(entry -> {
            assertThat(entry.where()).isEqualTo("survey row 6");
            assertThat(entry.why()).contains(reason);
            assertThat(entry.remedy()).contains("always shown");
        });
    }

    private static Imported conditioned(String relevant) {
        return read(form().sheet(
                        "survey",
                        "type | name | label | relevant",
                        "select_one fruit | fruit | Fruit |",
                        "select_multiple fruit | many | Fruits |",
                        "integer | age | Age |",
                        "text | words | Words |",
                        "note | told | Told | " + relevant,
                        "integer | later | Later |")
                .sheet("choices", CHOICES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "integer # . >= 18 and . < 100         # {'type':'number','step':1,'min':18,'max':99}",
                "integer # 5 < .                       # {'type':'number','step':1,'min':6}",
                "decimal # . >= -1.5 and ${q} <= 2.50  # {'type':'number','min':-1.5,'max':2.5}",
                "text # regex(., '^[A-Z]{2}[0-9]+$')   # {'type':'text','pattern':'[A-Z]{2}[0-9]+'}",
                "text # string-length(.) <= 10         # {'type':'text','maxLength':10}",
                "text # string-length(.) = 4           # {'type':'text','pattern':'[\\\\s\\\\S]{4}'}",
                "date # . >= date('2020-01-31')        # {'type':'date','min':'2020-01-31'}",
                "date # . > '2020-02-28'               # {'type':'date','min':'2020-02-29'}"
            })
    void aConstraintBecomesTheMembersThatSayTheSame(String type, String constraint, String members) {
        Imported read =
                read(form().sheet("survey", "type | name | label | constraint", type + " | q | Q | " + constraint));

        var expected = (com.fasterxml.jackson.databind.node.ObjectNode) json(members.replace('\'', '"'));
        expected.put("name", "q").put("text", "Q");
        assertThat(read.content().at("/pages/0/elements/0")).isEqualTo(expected);
    }

    @Test
    void aConstraintThatOnlyAFormulaCouldSayIsListed() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label | constraint | constraint_message",
                        "integer | a | A | |",
                        "integer | b | B | . > ${a} | More than before!",
                        "decimal | c | C | . > 0 |"));

        assertThat(read.notCarried())
                .filteredOn(entry -> entry.what().startsWith("constraint"))
                .extracting(NotCarried::where)
                .containsExactly("survey row 3", "survey row 4");
        assertThat(read.notCarried())
                .anySatisfy(entry -> assertThat(entry.remedy()).contains("More than before!"));
    }

    @Test
    void aChoiceThatGoesWithNoOtherIsExclusive() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label | constraint",
                        "select_multiple yn | q | Q | not(selected(., 'no') and count-selected(.) > 1) and count-selected(.) <= 2")
                .sheet("choices", CHOICES));

        assertThat(read.content().at("/pages/0/elements/0/options/1/exclusive").asBoolean())
                .isTrue();
        assertThat(read.content().at("/pages/0/elements/0/max").asInt()).isEqualTo(2);
    }

    @Test
    void aChoiceFilterBecomesTheConditionOfEachOption() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label | choice_filter",
                        "select_one state | state | State |",
                        "select_one county | county | County | state=${state} or kind = 'any'")
                .sheet(
                        "choices",
                        "list_name | name | label | state | kind",
                        "state | tx | Texas | |",
                        "state | wa | Washington | |",
                        "county | king | King | wa |",
                        "county | king | King | tx |",
                        "county | pierce | Pierce | wa |",
                        "county | abroad | Abroad | | any"));

        JsonNode options = read.content().at("/pages/0/elements/1/options");
        assertThat(options).hasSize(3);
        assertThat(options.at("/0/visibleIf"))
                .isEqualTo(json(
                        """
                {"or":[{"==":[{"var":"state"},"wa"]},{"==":[{"var":"state"},"tx"]}]}"""));
        assertThat(options.at("/1/visibleIf")).isEqualTo(json("""
                {"==":[{"var":"state"},"wa"]}"""));
        assertThat(options.at("/2").has("visibleIf")).isFalse();
    }

    @Test
    void groupsArePagesAndTheirConditionsHoldForAllInThem() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label | relevant | appearance",
                        "integer | age | Age | |",
                        "begin group | adults | Adults | ${age} > 17 |",
                        "text | job | Job | |",
                        "begin_group | screen | | ${job} != '' | field-list",
                        "text | where | Where? | |",
                        "begin_group | inner | | ${age} > 60 |",
                        "text | pension | Pension? | ${where} = 'x' |",
                        "end_group | | | |",
                        "end group | | | |",
                        "end_group | | | |",
                        "text | bye | Bye | |"));

        JsonNode pages = read.content().path("pages");
        assertThat(pages)
                .extracting(page -> page.path("name").asText())
                .containsExactly("page_1", "adults", "screen", "page_4");
        assertThat(pages.at("/1/elements"))
                .extracting(each -> each.path("name").asText())
                .containsExactly("adults_heading", "job");
        assertThat(pages.at("/2/visibleIf"))
                .isEqualTo(json("""
                {"and":[{">":[{"var":"age"},17]},{"!":[{"missing":["job"]}]}]}"""));
        assertThat(pages.at("/2/elements/1/visibleIf"))
                .isEqualTo(
                        json("""
                {"and":[{">":[{"var":"age"},60]},{"==":[{"var":"where"},"x"]}]}"""));
        assertThat(pages.at("/3").has("visibleIf")).isFalse();
    }

    @Test
    void aTableListIsOneMatrix() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label | appearance | required",
                        "begin_group | taste | How do you like these? | table-list |",
                        "select_one yn | soup | Soup | | yes",
                        "select_one yn | salad | Salad | | yes",
                        "end_group | | | |")
                .sheet("choices", CHOICES));

        assertThat(read.content().at("/pages/0/elements/0"))
                .isEqualTo(
                        json(
                                """
                {"type":"matrix_choice","name":"taste","text":"How do you like these?","required":true,
                 "rows":[{"name":"soup","text":"Soup"},{"name":"salad","text":"Salad"}],
                 "options":[{"code":"yes","text":"Yes"},{"code":"no","text":"No"}]}"""));
        assertThat(read.counts()).containsEntry("questions", new Tally(2, 2, 0));
    }

    @Test
    void everyTypeIsCarriedOrListedSoThatNoQuestionIsLost() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label | appearance | parameters | calculation",
                        "select_one yn or_other | a | A | minimal | |",
                        "select_multiple fruit | b | B | | randomize=true |",
                        "rank fruit | c | C | | |",
                        "range | d | D | | start=0 end=100 step=5 |",
                        "range | e | E | rating | start=1 end=5 |",
                        "text | f | F | multiline | |",
                        "date | g | G | | |",
                        "time | h | H | | |",
                        "dateTime | i | I | | |",
                        "acknowledge | j | J | | |",
                        "photo | k | K | | |",
                        "file | l | L | | |",
                        "select_one yn | m | M | likert | |",
                        "geopoint | n | N | | |",
                        "select_one_from_file cities.csv | o | O | | |",
                        "wonder | p | P | | |",
                        "hidden | hid | | | |",
                        "calculate | twice | | | | 2 * 3",
                        "calculate | often | | | | uuid()",
                        "start | start | | | |",
                        "begin_repeat | r | R | | |",
                        "text | s | S | | |",
                        "end_repeat | | | | |")
                .sheet("choices", CHOICES));

        assertThat(read.content().at("/pages/0/elements"))
                .extracting(each -> each.path("type").asText())
                .containsExactly(
                        "single_choice",
                        "multiple_choice",
                        "ranking",
                        "slider",
                        "rating",
                        "text",
                        "date",
                        "time",
                        "date",
                        "time",
                        "single_choice",
                        "file",
                        "file",
                        "single_choice");
        assertThat(read.content().at("/pages/0/elements/0/options/2"))
                .isEqualTo(json("""
                {"code":"other","text":"Other","openText":true,"pinned":true}"""));
        assertThat(read.content().at("/pages/0/elements/1/shuffle").asText()).isEqualTo("options");
        assertThat(read.content().at("/pages/0/elements/13/ordered").asBoolean())
                .isTrue();
        assertThat(read.content().path("computed"))
                .isEqualTo(json("""
                [{"name":"twice","type":"number","compute":{"*":[2,3]}}]"""));
        assertThat(read.counts())
                .containsEntry("questions", new Tally(17, 13, 4))
                .containsEntry("calculations", new Tally(2, 1, 1))
                .containsEntry("metadata", new Tally(1, 0, 1));
        assertThat(read.notCarried())
                .extracting(NotCarried::what)
                .contains("geopoint n", "select_one_from_file cities.csv o", "wonder p", "text s");
    }

    @Test
    void namesThatAreNoVariablesAreMendedEverywhereAndListed() {
        Imported read = read(form().sheet(
                        "survey",
                        "type | name | label | relevant",
                        "text | 1st-name | Name |",
                        "text | Age | Age |",
                        "text | age | Again |",
                        "note | hello | Hello ${1st-name} | ${1st-name} = 'x'"));

        assertThat(read.content().at("/pages/0/elements"))
                .extracting(each -> each.path("name").asText())
                .containsExactly("q_1st_name", "Age", "age_2", "hello");
        assertThat(read.content().at("/pages/0/elements/3/text").asText()).isEqualTo("Hello {{q_1st_name}}");
        assertThat(read.content().at("/pages/0/elements/3/visibleIf"))
                .isEqualTo(json("""
                {"==":[{"var":"q_1st_name"},"x"]}"""));
        assertThat(read.notCarried()).extracting(NotCarried::what).contains("1st-name", "age");
    }

    @Test
    void theOldWorkbooksOfExcelAreReadToo() {
        byte[] file = Forms.on(new HSSFWorkbook())
                .sheet("Survey", "Type | Name | Caption", "select one from yn | q | Q")
                .sheet("choices", "list name | name | label", "yn | 1 | One", "yn | 2 | Two")
                .bytes();

        Imported read = new XlsFormImporter().read(file);

        assertThat(read.content().at("/pages/0/elements/0/options/0/code").isInt())
                .isTrue();
    }

    @Test
    void whatIsNoFormIsRefusedWithWhatWasExpected() throws IOException {
        refused("name,age".getBytes(StandardCharsets.UTF_8), 422, "no workbook at all");
        refused(new byte[] {'P', 'K', 3, 4, 1, 2}, 422, "zip");
        refused(form().sheet("Tabelle1", "a | b", "1 | 2").bytes(), 422, "Tabelle1");
        refused(form().sheet("survey", "name | label", "a | A").bytes(), 422, "no column type");
        refused(bomb(), 413, "when unpacked");
    }

    private static void refused(byte[] file, int status, String reason) {
        assertThatThrownBy(() -> new XlsFormImporter().read(file)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.detail()).contains(reason);
        });
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    private static Imported read(Forms form) {
        Imported read = new XlsFormImporter().read(form.bytes());
        assertThat(read.counts().values()).allMatch(Tally::isReconciled);
        return read;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
