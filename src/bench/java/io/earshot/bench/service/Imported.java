package io.earshot.bench.service;

/** What exports and imports are measured with: eight variables of six kinds. */
final class Imported {
    static final String QUESTIONNAIRE =
            """
            {"name":"exported","title":"Exported","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"Recommend?"},
              {"type":"multiple_choice","name":"reasons","text":"Why?","options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"},{"code":"looks","text":"Looks"}]},
              {"type":"single_choice","name":"plan","text":"Plan","options":[
                {"code":1,"text":"Free"},{"code":2,"text":"Paid"},{"code":3,"text":"Trial"}]},
              {"type":"number","name":"age","text":"Age"},
              {"type":"rating","name":"q1","text":"One","points":5},
              {"type":"rating","name":"q2","text":"Two","points":5},
              {"type":"date","name":"day","text":"Day"},
              {"type":"text","name":"why","text":"Why?"}]}]}""";

    private Imported() {}
}
